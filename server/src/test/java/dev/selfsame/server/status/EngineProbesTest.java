package dev.selfsame.server.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.EngineConfig;
import dev.selfsame.engine.finger.FingerOutcome;
import dev.selfsame.engine.finger.FingerRequest;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.Map;

/** What is found out about an engine. */
@ExtendWith(ServerExtension.class)
final class EngineProbesTest {

    @Test
    void anEngineThatWorksPasses(RunningServer server) {
        Engine engine = server.part(Engine.class);

        for (Probe probe : EngineProbes.of(engine)) {
            assertThatNoException().as(probe.part().id()).isThrownBy(() -> probe.trial().run());
        }
        // why: a picture that the extractor finds nothing in would try little out
        assertThat(engine.readFinger(TestPicture.bmp(), FingerRequest.PLAIN))
                .isNotInstanceOf(FingerOutcome.Unreadable.class);
    }

    @Test
    void oneWhoseNetworksAreGoneDoesNot() {
        Engine engine = Engine.open(EngineConfig.DEFAULT);
        Probes probes = new Probes(EngineProbes.of(engine));
        assertThat(probes.run(true)).containsEntry(Part.SERVICE, true);

        engine.close();

        Map<Part, Boolean> found = probes.run(true);
        assertThat(found)
                .containsEntry(Part.FACES, false)
                .containsEntry(Part.LIVENESS, false)
                .containsEntry(Part.FINGERS, true)
                .containsEntry(Part.SERVICE, false);
        // why: at its start a server has just loaded and checked them
        assertThat(probes.run(false)).containsEntry(Part.FACES, true);
    }
}
