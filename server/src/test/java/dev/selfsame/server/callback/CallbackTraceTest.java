package dev.selfsame.server.callback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.store.jdbc.Database;
import dev.selfsame.server.tenant.Tenant;
import dev.selfsame.server.testing.Collector;
import dev.selfsame.server.testing.ManualClock;
import dev.selfsame.server.trace.TraceOptions;
import dev.selfsame.server.trace.Traces;
import dev.selfsame.server.version.Version;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

final class CallbackTraceTest {

    @TempDir private Path folder;

    @Test
    void anAttemptIsATraceWithoutItsAddressOrSession() throws Exception {
        ManualClock clock = new ManualClock();
        UUID session;
        try (Collector collector = new Collector();
                Receiver receiver = Receiver.http().always(204)) {
            TraceOptions options = new TraceOptions(collector.endpoint(), null, 1);
            try (Database database = Database.open(folder.resolve("selfsame"));
                    Traces traces = Traces.to(options, Version.current());
                    CallbackRig rig = new CallbackRig(database, Options.local(), clock, traces)) {
                database.tenants().addIfAbsent(new Tenant("acme", clock.instant()));
                session = rig.announce("acme", receiver.address());
                rig.round();
                receiver.call();
            }

            assertThat(collector.all())
                    .singleElement()
                    .satisfies(
                            it -> {
                                assertThat(it.name()).isEqualTo("callback");
                                assertThat(it.parent()).isEmpty();
                                assertThat(it.notes())
                                        .isEqualTo(
                                                Map.of("selfsame.callback.outcome", "delivered"));
                            });
            assertThat(collector.bodies())
                    .doesNotContain(session.toString(), receiver.address().getPath() + "?");
            assertThat(collector.authorizations()).containsOnly("null");
        }
    }
}
