package dev.selfsame.server.api.bioservices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.challenge.Challenge;
import dev.selfsame.server.challenge.ChallengeKind;
import dev.selfsame.server.challenge.ChallengeState;
import dev.selfsame.server.challenge.ChallengeStore;
import dev.selfsame.server.challenge.ChallengeStore.Saving;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.Recorder;
import dev.selfsame.server.testing.RunningServer;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;

/** What stands in the places of golden requests about recordings. */
final class ContractReplays {

    private static final String PASSIVE = "{\"type\":\"LIVENESS_PASSIVE\"}";
    private static final Duration RUNNING = Duration.ofMinutes(10);

    private ContractReplays() {}

    /** A session in which a recording was asked for, that recording and one for another. */
    static void addAsked(RunningServer server, Map<String, byte[]> values) {
        Recorder recorder = Recorder.open(server, "{}");
        values.put("replay-session", ascii(recorder.session()));
        values.put("recording", ascii(sealed(recorder.init(PASSIVE))));
        JsonNode other = Recorder.open(server, "{}").init(PASSIVE);
        values.put("other-recording", ascii(sealed(other)));
    }

    /** A session whose recording is being judged. */
    static void addRunning(RunningServer server, Map<String, byte[]> values) {
        Recorder recorder = Recorder.open(server, "{}");
        recorder.init(PASSIVE);
        ChallengeStore store = server.part(ChallengeStore.class);
        Challenge asked =
                store.find(UUID.fromString(recorder.session()), ChallengeKind.REPLAY).orElseThrow();
        Challenge running = asked.in(new ChallengeState.Running(Instant.now().plus(RUNNING)));
        assertThat(store.save(running)).isEqualTo(Saving.SAVED);
        values.put("running-session", ascii(recorder.session()));
    }

    /** A session whose recording was judged. */
    static void addJudged(RunningServer server, Map<String, byte[]> values) {
        Recorder recorder = Recorder.open(server, "{}");
        String sealed = sealed(recorder.init(PASSIVE));
        assertThat(recorder.submit(sealed).statusCode()).isEqualTo(202);
        recorder.judged();
        values.put("judged-session", ascii(recorder.session()));
        values.put("recording", ascii(sealed));
    }

    private static String sealed(JsonNode wanted) {
        return Recorder.sealed(
                wanted,
                Recorder.recording(wanted, Collections.nCopies(3, Faces.nobody()))
                        .toString()
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
