package dev.selfsame.server.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import dev.selfsame.server.audit.AuditEntry;
import dev.selfsame.server.audit.AuditOutcome;
import dev.selfsame.server.store.jdbc.Database;
import dev.selfsame.server.store.jdbc.DatabaseOptions;
import dev.selfsame.server.tenant.Tenant;
import dev.selfsame.server.testing.DatabaseKind;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.DatabasesExtension;
import dev.selfsame.server.testing.ManualClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** From announcement to delivery, with a real database and real receivers. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
@ExtendWith(DatabasesExtension.class)
final class CallbackSenderTest {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    @TempDir private Path folder;

    private final Databases databases;
    private final DatabaseOptions where;
    private final ManualClock clock = new ManualClock();
    private Database database;
    private CallbackRig rig;

    CallbackSenderTest(DatabaseKind kind, Databases databases) {
        this.databases = databases;
        where = databases.fresh(kind);
    }

    @BeforeEach
    void open() {
        database = Database.open(where, folder.resolve("selfsame"));
        for (String tenant : List.of("acme", "other")) {
            database.tenants().addIfAbsent(new Tenant(tenant, clock.instant()));
        }
        rig = new CallbackRig(database, Options.local(), clock);
    }

    @AfterEach
    void close() {
        rig.close();
        database.close();
    }

    @Test
    void whatIsDeliveredIsForgotten() throws Exception {
        try (Receiver receiver = Receiver.http().always(204)) {
            UUID session = rig.announce("acme", receiver.address());
            rig.round();

            assertThat(receiver.call().body()).contains(session.toString());
            assertThat(receiver.waiting()).isZero();
            assertThat(rows()).isZero();
            assertThat(rig.audit("acme")).isEmpty();
        }
    }

    @Test
    void whatIsAnnouncedIsDeliveredByItself() throws Exception {
        try (Receiver receiver = Receiver.http()) {
            rig.start();
            UUID first = rig.announce("acme", receiver.address());
            assertThat(receiver.call().body()).contains(first.toString());

            UUID second = rig.announce("acme", receiver.address());
            assertThat(receiver.call().body()).contains(second.toString());
        }
    }

    @Test
    void whatFailedIsTriedAgainWhenItIsDue() throws Exception {
        try (Receiver receiver = Receiver.http().then(500).always(200)) {
            UUID session = rig.announce("acme", receiver.address());
            rig.round();
            receiver.call();
            assertThat(receiver.waiting()).isZero();
            Instant due = rig.store().nextDue(clock.instant()).orElseThrow();
            assertThat(due).isBeforeOrEqualTo(clock.instant().plusSeconds(1));

            clock.pass(Duration.between(clock.instant(), due).minusMillis(1));
            rig.round();
            assertThat(receiver.waiting()).isZero();

            clock.pass(Duration.ofMillis(1));
            rig.round();
            assertThat(receiver.call().body()).contains(session.toString());
            assertThat(rows()).isZero();
        }
    }

    @Test
    void whatFailedIsTriedAgainAfterARestart() throws Exception {
        try (Receiver receiver = Receiver.http().then(503)) {
            UUID session = rig.announce("acme", receiver.address());
            rig.round();
            receiver.call();
            close();

            database = Database.open(where, folder.resolve("selfsame"));
            rig = new CallbackRig(database, Options.local(), clock);
            clock.pass(LONGEST_WAIT);
            rig.round();

            assertThat(receiver.call().body()).contains(session.toString());
            assertThat(rows()).isZero();
        }
    }

    @Test
    void whatWasAnnouncedRightBeforeTheEndIsDeliveredAfterARestart() throws Exception {
        try (Receiver receiver = Receiver.http()) {
            UUID session = rig.announce("acme", receiver.address());
            close();

            database = Database.open(where, folder.resolve("selfsame"));
            rig = new CallbackRig(database, Options.local(), clock);
            rig.start();

            assertThat(receiver.call().body()).contains(session.toString());
        }
    }

    @Test
    void whatAKilledProcessWasAtIsTakenOverWhenItsClaimEnds() throws Exception {
        try (Receiver receiver = Receiver.http()) {
            UUID session = rig.announce("acme", receiver.address());
            Instant until = clock.instant().plus(Options.local().lease());
            Callback seen = onlyOneDue();
            assertThat(rig.store().claim(seen, clock.instant(), until)).isTrue();

            rig.round();
            assertThat(receiver.waiting()).isZero();

            clock.pass(Options.local().lease());
            rig.round();
            assertThat(receiver.call().body()).contains(session.toString());
            assertThat(rig.store().remove(seen.claimed(until))).isFalse();
            assertThat(rig.store().postpone(seen.claimed(until), until)).isFalse();
        }
    }

    @Test
    void twoProcessesDeliverEachOnce() throws Exception {
        try (Receiver receiver = Receiver.http();
                Database second = Database.open(where, folder.resolve("selfsame"));
                CallbackRig other = new CallbackRig(second, Options.local(), clock);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Set<String> announced = new HashSet<>();
            for (int i = 0; i < 60; i++) {
                String tenant = i % 2 == 0 ? "acme" : "other";
                announced.add(
                        "{\"sessionId\":\"" + rig.announce(tenant, receiver.address()) + "\"}");
            }
            List<Callable<Boolean>> work = List.of(() -> rounds(rig), () -> rounds(other));
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }

            assertThat(receiver.waiting()).isEqualTo(60);
            for (int i = 0; i < 60; i++) {
                assertThat(announced.remove(receiver.call().body())).isTrue();
            }
            assertThat(rows()).isZero();
        }
    }

    private static boolean rounds(CallbackRig rig) {
        rig.round();
        return true;
    }

    @Test
    void afterTheLastAttemptItIsGivenUpAndWrittenDown() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(CallbackAttempt.class);
        log.start();
        logger.addAppender(log);
        try (Receiver receiver = Receiver.http().always(500)) {
            UUID session = rig.announce("acme", URI.create(receiver.address() + "?secret=query"));
            for (int i = 1; i <= Options.ATTEMPTS; i++) {
                rig.round();
                assertThat(receiver.waiting()).isEqualTo(i);
                clock.pass(LONGEST_WAIT);
            }
            rig.round();

            assertThat(receiver.waiting()).isEqualTo(Options.ATTEMPTS);
            assertThat(rows()).isZero();
            assertThat(rig.audit("acme"))
                    .extracting(
                            AuditEntry::actor,
                            AuditEntry::action,
                            AuditEntry::subject,
                            AuditEntry::outcome)
                    .containsExactly(
                            tuple(
                                    "server",
                                    "callback.give-up",
                                    session.toString(),
                                    AuditOutcome.FAILED));
            assertThat(log.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .asString()
                    .doesNotContain("secret", "query");
            assertThat(log.list.stream().filter(it -> it.getLevel() == Level.WARN))
                    .singleElement()
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .asString()
                    .contains(
                            session.toString(),
                            "http://127.0.0.1:" + receiver.port() + " was called 3 times",
                            "it answered 500");
        } finally {
            logger.detachAppender(log);
        }
    }

    @Test
    void whatEndsEveryProcessIsGivenUpToo() {
        try (Receiver receiver = Receiver.http()) {
            rig.announce("acme", receiver.address());
            for (int i = 0; i < Options.ATTEMPTS; i++) {
                Instant now = clock.instant();
                assertThat(rig.store().claim(onlyOneDue(), now, now.plusSeconds(1))).isTrue();
                clock.pass(Duration.ofSeconds(1));
            }
            rig.round();

            assertThat(receiver.waiting()).isZero();
            assertThat(rows()).isZero();
            assertThat(rig.audit("acme")).hasSize(1);
        }
    }

    @Test
    void aReceiverThatKeepsEverybodyWaitingHoldsUpNobodyElse() throws Exception {
        try (RawReceiver dead = RawReceiver.silent();
                Receiver sibling = Receiver.http();
                Receiver stranger = Receiver.http()) {
            for (int i = 0; i < 20; i++) {
                rig.announce("acme", dead.address());
            }
            UUID ofSibling = rig.announce("acme", sibling.address());
            UUID ofStranger = rig.announce("other", stranger.address());
            rig.begin();

            assertThat(sibling.call().body()).contains(ofSibling.toString());
            assertThat(stranger.call().body()).contains(ofStranger.toString());
            assertThat(due("acme")).hasSize(20 - Options.local().parallelPerPlace());
        }
        // why only here: the dead one hangs up when it is closed
        rig.awaitIdle();
    }

    @Test
    void nothingIsKeptForATenantThatIsGone() {
        try (Receiver receiver = Receiver.http().always(500)) {
            rig.announce("acme", receiver.address());
            rig.round();
            database.tenants().delete("acme", clock.instant());
            assertThat(rows()).isZero();

            rig.announce("acme", receiver.address());
            rig.announce("nobody", receiver.address());

            assertThat(rows()).isZero();
        }
    }

    @Test
    void theLongestTargetFits() throws Exception {
        try (Receiver receiver = Receiver.http()) {
            String url = receiver.address().toString();
            rig.announce("acme", URI.create(url + "?" + "a".repeat(2047 - url.length())));
            rig.round();

            assertThat(receiver.call().path()).hasSizeGreaterThan(1900);
        }
    }

    private Callback onlyOneDue() {
        List<Callback> due = due("acme");
        assertThat(due).hasSize(1);
        return due.getFirst();
    }

    private List<Callback> due(String tenant) {
        return rig.store().due(tenant, clock.instant(), Set.of(), 100);
    }

    private long rows() {
        return databases.rows(where, folder.resolve("selfsame"), "callback");
    }
}
