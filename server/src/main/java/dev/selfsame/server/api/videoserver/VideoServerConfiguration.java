package dev.selfsame.server.api.videoserver;

import dev.selfsame.server.api.Access;
import dev.selfsame.server.api.WebFiles;
import dev.selfsame.server.callback.CallbackTargets;
import dev.selfsame.server.challenge.Captures;
import dev.selfsame.server.challenge.ChallengeOptions;
import dev.selfsame.server.challenge.Challenges;
import dev.selfsame.server.json.JsonReader;
import dev.selfsame.server.version.Version;

import org.apache.tomcat.websocket.server.WsContextListener;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import tools.jackson.databind.json.JsonMapper;

import java.security.SecureRandom;

@Configuration(proxyBeanMethods = false)
class VideoServerConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> webSockets() {
        return factory ->
                factory.addContextCustomizers(
                        context ->
                                context.addApplicationListener(WsContextListener.class.getName()));
    }

    @Bean
    InitRoute initRoute(
            JsonReader reader, Challenges challenges, Captures captures, CallbackTargets targets) {
        return new InitRoute(reader, challenges, captures, targets, new SecureRandom());
    }

    @Bean
    AliveRoute aliveRoute(Access access, Version version) {
        return new AliveRoute(access, version);
    }

    @Bean
    NetworkRoute networkRoute() {
        return new NetworkRoute();
    }

    @Bean
    WebRoute webRoute(WebFiles files) {
        return new WebRoute(files);
    }

    @Bean
    SocketRoute socketRoute(Captures captures, ChallengeOptions options, JsonReader reader) {
        return new SocketRoute(
                new CaptureEndpoint(captures, options, reader, JsonMapper.builder().build()));
    }
}
