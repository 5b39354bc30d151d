package dev.selfsame.server.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.EngineConfig;
import dev.selfsame.engine.finger.FingerGallery;
import dev.selfsame.engine.finger.FingerOutcome;
import dev.selfsame.engine.finger.FingerRequest;
import dev.selfsame.engine.matching.Candidate;
import dev.selfsame.engine.template.FaceTemplate;
import dev.selfsame.engine.template.FingerTemplate;
import dev.selfsame.engine.template.Template;
import dev.selfsame.server.person.CustomId;
import dev.selfsame.server.person.ExportedPerson;
import dev.selfsame.server.person.PeopleTransfer;
import dev.selfsame.server.person.Person;
import dev.selfsame.server.person.PersonSecrets;
import dev.selfsame.server.person.PersonStore;
import dev.selfsame.server.person.StoredPerson;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.store.jdbc.Database;
import dev.selfsame.server.store.jdbc.DatabaseOptions;
import dev.selfsame.server.tenant.Tenant;
import dev.selfsame.server.testing.DatabaseKind;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.DatabasesExtension;
import dev.selfsame.server.testing.Fingers;
import dev.selfsame.server.testing.ManualClock;
import dev.selfsame.server.testing.SampleReceipts;
import dev.selfsame.server.vault.MasterKeySource;
import dev.selfsame.server.vault.Vault;
import dev.selfsame.server.vault.VaultOptions;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Galleries of two processes, here two objects, on one database. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
@ExtendWith(DatabasesExtension.class)
final class GalleriesTest {

    private static final long MUCH = 1L << 40;

    private static Engine engine;

    @TempDir private Path folder;

    private final DatabaseOptions options;
    private final ManualClock clock = new ManualClock();
    private final Random random = new Random(7);
    private Database database;
    private PersonStore store;
    private PersonSecrets secrets;
    private PeopleTransfer people;

    GalleriesTest(DatabaseKind kind, Databases databases) {
        options = databases.fresh(kind);
    }

    @BeforeAll
    static void openEngine() {
        engine = Engine.open(EngineConfig.DEFAULT);
    }

    @AfterAll
    static void closeEngine() {
        engine.close();
    }

    @BeforeEach
    void open() {
        database = Database.open(options, folder.resolve("selfsame"));
        database.tenants().addIfAbsent(new Tenant("acme", clock.instant()));
        database.tenants().addIfAbsent(new Tenant("other", clock.instant()));
        store = database.people();
        Vault vault =
                new Vault(
                        database.tenantKeys(),
                        MasterKeySource.of(
                                new VaultOptions(null, null), folder.resolve("master-key")),
                        clock);
        vault.prepare();
        secrets = new PersonSecrets(vault);
        people = new PeopleTransfer(store, secrets);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatAnotherProcessAddedIsFoundAtOnce() {
        Galleries mine = galleries(MUCH);
        FaceTemplate anna = face();
        FaceTemplate berta = face();
        add("acme", "anna", anna);
        assertThat(search(mine, "acme", anna)).hasSize(1);

        add("acme", "berta", berta);

        assertThat(search(mine, "acme", berta)).hasSize(2);
        assertThat(search(mine, "acme", berta).get(0).id())
                .isNotEqualTo(search(mine, "acme", anna).get(0).id());
    }

    @Test
    void whatAnotherProcessReplacedOrDeletedIsGoneAtOnce() {
        Galleries mine = galleries(MUCH);
        FaceTemplate before = face();
        FaceTemplate after = face();
        add("acme", "anna", before);
        double alike = search(mine, "acme", before).get(0).fmr().value();
        StoredPerson anna = stored("acme").get(0);

        var sealed = secrets.seal("acme", anna.id(), Map.of(0, after));
        store.replace("acme", anna.id(), sealed, null, clock.instant());

        assertThat(search(mine, "acme", after).get(0).fmr().value()).isEqualTo(alike);
        assertThat(search(mine, "acme", before).get(0).fmr().value()).isGreaterThan(alike);

        SampleReceipts.delete(store, "acme", anna.id(), clock.instant());

        assertThat(search(mine, "acme", after)).isEmpty();
    }

    @Test
    void tenantsDoNotMeet() {
        Galleries mine = galleries(MUCH);
        FaceTemplate anna = face();
        add("acme", "anna", anna);

        assertThat(search(mine, "other", anna)).isEmpty();
        assertThat(mine.current("other", true).faces().size()).isZero();
    }

    @Test
    void aTenantThatIsGoneHasNobodyInMemory() {
        FingerMemory memory = new FingerMemory(MUCH);
        Galleries mine = new Galleries(store, secrets, engine, memory);
        add("acme", "anna", Map.of(0, face(), 2, finger()));
        assertThat(mine.current("acme", true).faces().size()).isEqualTo(1);
        assertThat(memory.usedBytes()).isPositive();

        database.tenants().delete("acme", clock.instant());

        assertThat(mine.current("acme", true).faces().size()).isZero();
        assertThat(memory.usedBytes()).isZero();
    }

    @Test
    void writersAndSearchersAtTheSameTimeEndUpWithTheSame() throws Exception {
        Galleries mine = galleries(MUCH);
        List<Future<?>> writing = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (int t = 0; t < 4; t++) {
                int writer = t;
                writing.add(threads.submit(() -> write(writer)));
            }
            for (int t = 0; t < 2; t++) {
                writing.add(
                        threads.submit(
                                () -> {
                                    for (int i = 0; i < 30; i++) {
                                        search(mine, "acme", face(i));
                                    }
                                }));
            }
            for (Future<?> one : writing) {
                one.get();
            }
        }

        assertThat(ids(search(mine, "acme", face())))
                .isEqualTo(ids(search(galleries(MUCH), "acme", face())))
                .hasSize(4 * 15);
    }

    private void write(int writer) {
        for (int i = 0; i < 20; i++) {
            String name = writer + " " + i;
            add("acme", name, face(writer * 100 + i));
            if (i % 4 == 0) {
                StoredPerson one =
                        store.find("acme", stored("acme", name).pseudonym()).orElseThrow();
                SampleReceipts.delete(store, "acme", one.id(), clock.instant());
            }
        }
    }

    @Test
    void fingersAreReadWhenTheyAreAskedForAndRefusedWhereTheyDoNotFit() {
        FingerTemplate finger = finger();
        add("acme", "anna", Map.of(0, face(), 2, finger));
        Galleries mine = galleries(MUCH);

        assertThat(mine.current("acme", false).fingers()).isEmpty();
        assertThat(mine.current("acme", true).fingers().orElseThrow().searchable().size())
                .isEqualTo(1);
        Galleries small = galleries(100);
        assertThatThrownBy(() -> small.current("acme", true).fingers().orElseThrow().searchable())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("finger-heap-share");
        assertThat(search(small, "acme", face())).hasSize(1);
    }

    @Test
    void fingersThatDidNotFitAreSearchedOnceThereIsRoom() {
        FingerTemplate finger = finger();
        add("acme", "anna", Map.of(2, finger));
        add("acme", "berta", Map.of(2, finger));
        Galleries tight = galleries(45L * finger.minutiae().length);
        assertThatThrownBy(() -> searchable(tight)).isInstanceOf(Problem.class);

        SampleReceipts.delete(store, "acme", stored("acme", "anna").id(), clock.instant());

        assertThat(searchable(tight).size()).isEqualTo(1);
        assertThat(searchable(tight).search(Map.of(2, finger), 9, 1)).hasSize(1);
    }

    private static FingerGallery searchable(Galleries galleries) {
        return galleries.current("acme", true).fingers().orElseThrow().searchable();
    }

    @Test
    void preloadingReadsEveryTenantUnlessItIsStopped() {
        add("acme", "anna", face());
        add("other", "anna", face());
        Galleries mine = galleries(MUCH);

        mine.preload(() -> true);
        assertThat(mine.faces()).isZero();

        mine.preload(() -> false);
        assertThat(mine.faces()).isEqualTo(2);
    }

    private Galleries galleries(long fingerBytes) {
        return new Galleries(store, secrets, engine, new FingerMemory(fingerBytes));
    }

    private static List<Candidate> search(Galleries galleries, String tenant, FaceTemplate probe) {
        return galleries.current(tenant, false).faces().search(probe, 1000, 1);
    }

    private static Set<String> ids(List<Candidate> candidates) {
        Set<String> ids = new TreeSet<>();
        candidates.forEach(candidate -> ids.add(candidate.id().toString()));
        return ids;
    }

    private List<StoredPerson> stored(String tenant) {
        return store.changedAfter(tenant, 0, 10_000).stream()
                .map(PersonStore.Changed::person)
                .toList();
    }

    private StoredPerson stored(String tenant, String name) {
        return stored(tenant).stream()
                .filter(person -> secrets.customId(person).value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void add(String tenant, String name, FaceTemplate face) {
        add(tenant, name, Map.of(0, face));
    }

    private void add(String tenant, String name, Map<Integer, Template> templates) {
        Person person = new Person(new CustomId(name), "1628692218558x176807293303153250", 0);
        var added =
                people.add(
                        tenant,
                        new ExportedPerson(person, clock.instant(), clock.instant(), templates));
        assertThat(added).isEqualTo(PeopleTransfer.Added.AS_IT_WAS);
    }

    private static FingerTemplate finger() {
        return switch (engine.readFinger(Fingers.png(3), FingerRequest.PLAIN)) {
            case FingerOutcome.Found(var template, var _, var _) -> template;
            case FingerOutcome other -> throw new IllegalStateException(other.toString());
        };
    }

    private FaceTemplate face() {
        return face(random.nextInt());
    }

    private static FaceTemplate face(int seed) {
        byte[] vector = new byte[384];
        new Random(seed).nextBytes(vector);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (byte) (vector[i] / 2);
        }
        return new FaceTemplate(engine.currentMode(), 1, vector);
    }
}
