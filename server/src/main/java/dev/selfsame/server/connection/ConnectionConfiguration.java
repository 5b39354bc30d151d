package dev.selfsame.server.connection;

import dev.selfsame.server.tls.TlsOptions;

import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.net.InetAddress;

@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    @Bean
    Ports ports() {
        return new Ports();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> doors(
            ConnectionOptions options, TlsOptions tls, Ports ports) {
        return factory -> {
            factory.setProtocol(BoundedHttp.class.getName());
            factory.addConnectorCustomizers(
                    connector -> {
                        bounded(connector, options);
                        ports.main(connector);
                    });
            Integer port = tls.plainPort();
            if (port != null) {
                Connector plain = plain(port, factory.getAddress());
                bounded(plain, options);
                ports.plain(plain);
                factory.addAdditionalConnectors(plain);
            }
        };
    }

    private static BoundedHttp bounded(Connector connector, ConnectionOptions options) {
        if (!(connector.getProtocolHandler() instanceof BoundedHttp http)) {
            throw new IllegalStateException("a port without bounds: " + connector);
        }
        http.bound(options);
        return http;
    }

    private static Connector plain(int port, @Nullable InetAddress address) {
        BoundedHttp http = new BoundedHttp();
        http.setAddress(address);
        http.setExecutor(new VirtualThreadExecutor("plain-port-"));
        Connector plain = new Connector(http);
        plain.setPort(port);
        plain.setXpoweredBy(false);
        return plain;
    }
}
