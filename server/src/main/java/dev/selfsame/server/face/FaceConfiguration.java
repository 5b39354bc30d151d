package dev.selfsame.server.face;

import dev.selfsame.engine.Engine;
import dev.selfsame.server.admission.Admission;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FaceConfiguration {

    @Bean
    FaceMatching faceMatching(Engine engine, Admission admission) {
        return new FaceMatching(engine, admission);
    }

    @Bean
    FaceCoding faceCoding(Engine engine, Admission admission) {
        return new FaceCoding(engine, admission);
    }
}
