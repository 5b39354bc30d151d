package dev.selfsame.server.biosession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.EngineConfig;
import dev.selfsame.server.admission.Admission;
import dev.selfsame.server.admission.AdmissionLimits;
import dev.selfsame.server.face.FaceCoding;
import dev.selfsame.server.media.Media;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.store.files.FileObjects;
import dev.selfsame.server.store.jdbc.Database;
import dev.selfsame.server.store.memory.MemoryBioSessions;
import dev.selfsame.server.tenant.Tenant;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.ManualClock;
import dev.selfsame.server.vault.MasterKeySource;
import dev.selfsame.server.vault.Vault;
import dev.selfsame.server.vault.VaultOptions;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** What happens to a session while a worker reads a picture for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BioSessionsTest {

    private static final NewFace SELFIE = new NewFace(ImageType.SELFIE, null, null);
    private static final Duration LIFE = Duration.ofSeconds(60);

    @TempDir private Path folder;

    private final ManualClock clock = new ManualClock();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Engine engine = Engine.open(EngineConfig.DEFAULT);
    private Database database;
    private Admission admission;
    private MemoryBioSessions store;
    private BioSessions sessions;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("selfsame"));
        database.tenants().addIfAbsent(new Tenant("acme", clock.instant()));
        admission =
                new Admission(
                        new AdmissionLimits(1, Duration.ofSeconds(60)), new SimpleMeterRegistry());
        store = new MemoryBioSessions(100, clock);
        Vault vault =
                new Vault(
                        database.tenantKeys(),
                        MasterKeySource.of(
                                new VaultOptions(null, null), folder.resolve("master-key")),
                        clock);
        vault.prepare();
        sessions =
                new BioSessions(
                        store,
                        new FaceCoding(engine, admission),
                        new Media(new FileObjects(pictures()), vault),
                        List.of(),
                        new BioSessionOptions(LIFE, Duration.ofHours(1), 2, 100, null),
                        clock);
    }

    @AfterEach
    void close() {
        admission.close();
        database.close();
    }

    @AfterAll
    void closeAll() {
        threads.shutdownNow();
        engine.close();
    }

    @Test
    void aSessionThatExpiresWhileAPictureIsReadKeepsNothing() throws Exception {
        BioSession session = open(true);
        CountDownLatch busy = occupyTheWorker();
        Future<FaceAddition> adding = add(session);

        clock.pass(LIFE);
        busy.countDown();

        assertRefused(adding, ProblemKind.NOT_FOUND);
        assertThat(files()).isZero();
        store.clearExpired();
        assertThat(store.size()).isZero();
    }

    @Test
    void aSessionThatIsDeletedWhileAPictureIsReadKeepsNothing() throws Exception {
        BioSession session = open(true);
        CountDownLatch busy = occupyTheWorker();
        Future<FaceAddition> adding = add(session);

        assertThat(sessions.delete("acme", session.id())).isTrue();
        busy.countDown();

        assertRefused(adding, ProblemKind.NOT_FOUND);
        assertThat(files()).isZero();
    }

    @Test
    void aSessionThatSomethingWorksOnIsNotDeleted() {
        BioSession session = open(false);
        assertThat(store.hold("acme", session.id(), clock.instant().plusSeconds(10))).isTrue();

        assertThat(sessions.delete("acme", session.id())).isFalse();
        clock.pass(Duration.ofSeconds(10));

        assertThat(sessions.delete("acme", session.id())).isTrue();
    }

    @Test
    void aFullSessionTakesNoFurtherFace() throws Exception {
        BioSession session = open(true);
        add(session).get();
        add(session).get();

        assertRefused(add(session), ProblemKind.INVALID_REQUEST);
        assertThat(files()).isEqualTo(2);
        assertThat(sessions.content("acme", session.id()).faces()).hasSize(2);
    }

    @Test
    void aFullStoreSaysWhenToComeBack() {
        for (int i = 0; i < 100; i++) {
            open(false);
        }

        assertThatThrownBy(() -> open(false))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> {
                            assertThat(problem.kind()).isEqualTo(ProblemKind.BUSY);
                            assertThat(problem.retryAfter()).isPresent();
                        });
        clock.pass(LIFE);
        store.clearExpired();
        open(false);
        assertThat(store.size()).isEqualTo(1);
    }

    private BioSession open(boolean withPictures) {
        return sessions.open("acme", new NewSession(null, null, withPictures, null, null));
    }

    private Future<FaceAddition> add(BioSession session) {
        return threads.submit(() -> sessions.add(session, SELFIE, Faces.anna()));
    }

    /** Returns when the next picture would have to wait, until the latch is released. */
    private CountDownLatch occupyTheWorker() throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        var _ =
                threads.submit(
                        () ->
                                admission.run(
                                        "acme",
                                        () -> {
                                            taken.countDown();
                                            try {
                                                release.await();
                                            } catch (InterruptedException e) {
                                                Thread.currentThread().interrupt();
                                            }
                                            return "done";
                                        }));
        taken.await();
        return release;
    }

    private static void assertRefused(Future<FaceAddition> adding, ProblemKind kind) {
        assertThatThrownBy(adding::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(kind));
    }

    private Path pictures() {
        return folder.resolve("media");
    }

    private long files() throws IOException {
        if (!Files.exists(pictures())) {
            return 0;
        }
        try (Stream<Path> tree = Files.walk(pictures())) {
            return tree.filter(Files::isRegularFile).count();
        }
    }
}
