package dev.selfsame.server.identification;

import dev.selfsame.engine.Engine;
import dev.selfsame.server.admission.Admission;
import dev.selfsame.server.person.PersonSecrets;
import dev.selfsame.server.person.PersonStore;
import dev.selfsame.server.person.SampleReader;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

@Configuration(proxyBeanMethods = false)
class IdentificationConfiguration {

    @Bean
    Galleries galleries(
            PersonStore store,
            PersonSecrets secrets,
            Engine engine,
            IdentificationOptions options,
            MeterRegistry meters) {
        FingerMemory memory = new FingerMemory(options.fingerBytes());
        Galleries galleries = new Galleries(store, secrets, engine, memory);
        Gauge.builder("selfsame.gallery.faces", galleries, Galleries::faces).register(meters);
        Gauge.builder("selfsame.gallery.finger.memory", memory, FingerMemory::usedBytes)
                .baseUnit("bytes")
                .register(meters);
        return galleries;
    }

    @Bean
    GalleryPreload galleryPreload(Galleries galleries, IdentificationOptions options) {
        return new GalleryPreload(galleries, options.preload());
    }

    @Bean
    Identification identification(
            Galleries galleries,
            SampleReader reader,
            PersonStore store,
            PersonSecrets secrets,
            Engine engine,
            Admission admission,
            IdentificationOptions options,
            Clock clock) {
        return new Identification(
                galleries, reader, store, secrets, engine, admission, clock, options.threads());
    }
}
