package dev.selfsame.server.biosession;

import dev.selfsame.server.face.FaceCoding;
import dev.selfsame.server.media.Media;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.util.List;

@Configuration(proxyBeanMethods = false)
class BioSessionConfiguration {

    @Bean
    BioSessions bioSessions(
            BioSessionStore store,
            FaceCoding coding,
            Media media,
            List<SessionEnding> endings,
            BioSessionOptions options,
            Clock clock) {
        return new BioSessions(store, coding, media, endings, options, clock);
    }

    @Bean
    SessionMatching sessionMatching(
            BioSessions sessions, BioSessionStore store, FaceCoding coding, Clock clock) {
        return new SessionMatching(sessions, store, coding, clock);
    }

    @Bean
    Housekeeping housekeeping(
            BioSessionStore store, List<SessionEnding> endings, Media media, Clock clock) {
        return new Housekeeping(store, endings, media, clock);
    }
}
