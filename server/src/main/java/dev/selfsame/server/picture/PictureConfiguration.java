package dev.selfsame.server.picture;

import dev.selfsame.engine.Engine;
import dev.selfsame.server.admission.Admission;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PictureConfiguration {

    @Bean
    JpegCopies jpegCopies(Engine engine, Admission admission) {
        return new JpegCopies(engine, admission);
    }
}
