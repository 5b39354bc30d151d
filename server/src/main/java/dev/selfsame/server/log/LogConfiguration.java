package dev.selfsame.server.log;

import dev.selfsame.server.datadir.DataDirectory;

import org.apache.catalina.valves.AccessLogValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.nio.charset.StandardCharsets;

@Configuration(proxyBeanMethods = false)
class LogConfiguration {

    // why %U: the path alone; a query may hold a key, or what its sender calls his customers
    private static final String LINE = "%a - - %t \"%m %U %H\" %s %b %{ms}T %{X-Request-Id}o";
    private static final int KEPT_DAYS = 30;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> accessLog(
            LogOptions options, DataDirectory data) {
        return factory -> {
            if (options.access()) {
                factory.addEngineValves(valve(data));
            }
        };
    }

    private static AccessLogValve valve(DataDirectory data) {
        AccessLogValve valve = new AccessLogValve();
        valve.setDirectory(data.logs().toString());
        valve.setPrefix("access");
        valve.setFileDateFormat(".yyyy-MM-dd");
        valve.setSuffix(".log");
        valve.setMaxDays(KEPT_DAYS);
        valve.setEncoding(StandardCharsets.UTF_8.name());
        valve.setPattern(LINE);
        // why: a line that is not written yet is lost when the process is killed
        valve.setBuffered(false);
        return valve;
    }
}
