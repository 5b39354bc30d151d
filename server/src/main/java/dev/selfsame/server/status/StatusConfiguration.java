package dev.selfsame.server.status;

import dev.selfsame.engine.Engine;
import dev.selfsame.server.biosession.BioSessionStore;
import dev.selfsame.server.callback.Callbacks;
import dev.selfsame.server.media.ObjectStore;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

@Configuration(proxyBeanMethods = false)
class StatusConfiguration {

    /** Of no tenant and no session: what is asked for is never there. */
    private static final String NOBODY = "-status";

    @Bean
    RequestRecorder requestRecorder(StatusOptions options, Clock clock) {
        return new RequestRecorder(options, clock);
    }

    @Bean
    StatusRounds statusRounds(
            StatusOptions options,
            Engine engine,
            BioSessionStore sessions,
            ObjectStore pictures,
            Callbacks callbacks,
            RequestRecorder recorder,
            StatusStore store,
            Clock clock) {
        UUID nothing = new UUID(0, 0);
        List<Probe> probes = new ArrayList<>(EngineProbes.of(engine));
        probes.add(new Probe(Part.DATABASE, false, store::check));
        probes.add(new Probe(Part.SESSIONS, false, () -> sessions.find(NOBODY, nothing)));
        probes.add(new Probe(Part.PICTURES, false, () -> pictures.get(NOBODY + "/" + nothing)));
        probes.add(new Probe(Part.CALLBACKS, false, callbacks::check));
        StatusRounds rounds = new StatusRounds(probes, recorder, store, clock);
        if (options.enabled()) {
            rounds.start();
        }
        return rounds;
    }

    @Bean
    StatusBoard statusBoard(StatusStore store, StatusRounds rounds, Clock clock) {
        return new StatusBoard(store, rounds, clock);
    }
}
