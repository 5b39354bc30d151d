package dev.selfsame.server.callback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.datadir.DataDirectory;
import dev.selfsame.server.store.jdbc.Database;
import dev.selfsame.server.tenant.Tenant;
import dev.selfsame.server.testing.ManualClock;
import dev.selfsame.server.testing.RunningServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The whole server, with its settings. */
final class CallbackServerTest {

    private static final String KEY = "0123456789-0123456789-0123456789";

    @TempDir private Path folder;

    @Test
    void deliversWhatAnEarlierServerLeftBehind() throws Exception {
        try (Receiver receiver = Receiver.http().always(204)) {
            UUID session = leaveBehind(receiver.address());

            try (RunningServer server =
                    RunningServer.start(
                            folder,
                            Map.of(
                                    "selfsame.callback.allowed-networks",
                                    "10.0.0.0/8,127.0.0.1",
                                    "selfsame.callback.hmac-key",
                                    KEY))) {
                Receiver.Call call = receiver.call();
                assertThat(call.body()).isEqualTo("{\"sessionId\":\"" + session + "\"}");
                assertThat(call.header("Selfsame-Signature")).matches("t=\\d{10},v1=[0-9a-f]{64}");
                assertThat(server.get("/actuator/health").statusCode()).isEqualTo(200);
            }
            assertThat(isLeft()).isFalse();
        }
    }

    @Test
    void callsNoAddressThatNoSettingAllows() throws Exception {
        try (Receiver receiver = Receiver.http()) {
            leaveBehind(receiver.address());

            try (RunningServer server = RunningServer.start(folder, Map.of())) {
                assertThat(server.address()).isNotNull();
                awaitAttempt();
            }

            assertThat(receiver.waiting()).isZero();
            assertThat(isLeft()).isTrue();
        }
    }

    /** Looks beside the server that runs. */
    private void awaitAttempt() {
        Instant deadline = Instant.now().plusSeconds(60);
        Instant later = Instant.now().plus(Duration.ofDays(1));
        try (Database database = Database.open(new DataDirectory(folder).database())) {
            CallbackStore store = database.callbacks();
            while (store.due(Tenant.DEFAULT_ID, later, Set.of(), 1).getFirst().attempts() == 0) {
                assertThat(Instant.now()).isBefore(deadline);
            }
        }
    }

    private UUID leaveBehind(URI target) throws IOException {
        Instant now = new ManualClock().instant();
        UUID session = UUID.randomUUID();
        DataDirectory data = new DataDirectory(folder);
        data.create();
        try (Database database = Database.open(data.database())) {
            database.tenants().addIfAbsent(new Tenant(Tenant.DEFAULT_ID, now));
            database.callbacks()
                    .add(
                            new Callback(
                                    UUID.randomUUID(),
                                    Tenant.DEFAULT_ID,
                                    session,
                                    target,
                                    0,
                                    Instant.EPOCH));
        }
        return session;
    }

    private boolean isLeft() {
        DataDirectory data = new DataDirectory(folder);
        try (Database database = Database.open(data.database())) {
            Instant longAgo = Instant.EPOCH.minus(Duration.ofDays(1));
            return database.callbacks().nextDue(longAgo).isPresent();
        }
    }
}
