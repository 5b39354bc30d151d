package dev.selfsame.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.person.PersonStore;
import dev.selfsame.server.person.PersonStore.Changed;
import dev.selfsame.server.person.StoredPerson;
import dev.selfsame.server.tenant.Tenant;
import dev.selfsame.server.testing.DatabaseKind;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.DatabasesExtension;
import dev.selfsame.server.testing.SampleReceipts;
import dev.selfsame.server.vault.Sealed;
import dev.selfsame.server.vault.WrappedKey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@ParameterizedClass
@EnumSource(DatabaseKind.class)
@ExtendWith(DatabasesExtension.class)
final class PeopleOnDatabaseTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123Z");

    @TempDir private Path folder;

    private final DatabaseOptions options;
    private final UUID key = UUID.randomUUID();
    private Database database;
    private PersonStore people;

    PeopleOnDatabaseTest(DatabaseKind kind, Databases databases) {
        options = databases.fresh(kind);
    }

    @BeforeEach
    void open() {
        database = Database.open(options, folder.resolve("selfsame"));
        people = database.people();
        database.tenants().addIfAbsent(new Tenant("acme", NOW));
        database.tenants().addIfAbsent(new Tenant("other", NOW));
        database.tenantKeys().add(key(key, "acme", 1));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWasAddedIsFoundAsItWas() {
        StoredPerson added = person("acme", "anna", Map.of(0, sealed("face"), 7, sealed("thumb")));

        assertThat(people.add(added)).hasValue(1);

        StoredPerson found = people.find("acme", added.pseudonym()).orElseThrow();
        assertThat(found).usingRecursiveComparison().ignoringFields("number").isEqualTo(added);
        assertThat(found.number()).isEqualTo(1);
        assertThat(people.find("acme", added.id())).isPresent();
    }

    @Test
    void aNameIsTakenOnceAndNothingOfTheSecondRemains() {
        people.add(person("acme", "anna", Map.of(0, sealed("face"))));
        StoredPerson second = person("acme", "anna", Map.of(0, sealed("other face")));

        assertThat(people.add(second)).isEmpty();

        assertThat(people.find("acme", second.id())).isEmpty();
        assertThat(people.count("acme")).isEqualTo(1);
        assertThat(people.changedAfter("acme", 0, 10)).hasSize(1);
    }

    @Test
    void ofManyAtTheSameTimeOneGetsTheName() throws Exception {
        List<Callable<OptionalLong>> attempts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            attempts.add(() -> people.add(person("acme", "anna", Map.of(0, sealed("face")))));
        }

        List<OptionalLong> results = together(attempts);

        assertThat(results.stream().filter(OptionalLong::isPresent)).hasSize(1);
        assertThat(people.count("acme")).isEqualTo(1);
    }

    @Test
    void numbersOfATenantCountFromOneWithoutGaps() throws Exception {
        List<Callable<OptionalLong>> enrolments = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String name = "person " + i;
            enrolments.add(() -> people.add(person("acme", name, Map.of(0, sealed("face")))));
        }

        TreeSet<Long> numbers = new TreeSet<>();
        together(enrolments).forEach(number -> numbers.add(number.orElseThrow()));

        assertThat(numbers).hasSize(40);
        assertThat(numbers.first()).isEqualTo(1);
        assertThat(numbers.last()).isEqualTo(40);
    }

    @Test
    void tenantsDoNotSeeEachOther() {
        StoredPerson anna = person("acme", "anna", Map.of(0, sealed("face")));
        people.add(anna);

        assertThat(people.find("other", anna.pseudonym())).isEmpty();
        assertThat(people.find("other", anna.id())).isEmpty();
        assertThat(people.replace("other", anna.id(), Map.of(0, sealed("x")), null, NOW)).isFalse();
        assertThat(SampleReceipts.delete(people, "other", anna.id(), NOW)).isFalse();
        assertThat(people.count("other")).isZero();
        assertThat(people.changedAfter("other", 0, 10)).isEmpty();
        assertThat(people.standing("other")).isEmpty();
        assertThat(people.tenants()).containsExactly("acme");
    }

    @Test
    void replacingKeepsWhatWasNotSent() {
        StoredPerson anna = person("acme", "anna", Map.of(0, sealed("face"), 1, sealed("thumb")));
        people.add(anna);
        Instant later = NOW.plusSeconds(9);

        boolean there =
                people.replace(
                        "acme",
                        anna.id(),
                        Map.of(1, sealed("new"), 2, sealed("index")),
                        null,
                        later);

        StoredPerson found = people.find("acme", anna.id()).orElseThrow();
        assertThat(there).isTrue();
        assertThat(texts(found)).isEqualTo(Map.of(0, "face", 1, "new", 2, "index"));
        assertThat(found.updated()).isEqualTo(later);
        assertThat(found.created()).isEqualTo(NOW);
    }

    @Test
    void deletingLeavesTheIdAlone() {
        StoredPerson anna = person("acme", "anna", Map.of(0, sealed("face")));
        people.add(anna);

        assertThat(SampleReceipts.delete(people, "acme", anna.id(), NOW)).isTrue();

        assertThat(SampleReceipts.delete(people, "acme", anna.id(), NOW)).isFalse();
        assertThat(people.replace("acme", anna.id(), Map.of(0, sealed("x")), null, NOW)).isFalse();
        assertThat(people.find("acme", anna.pseudonym())).isEmpty();
        assertThat(people.count("acme")).isZero();
        assertThat(people.deletedAfter("acme", 0)).containsExactly(anna.id());
        assertThat(people.add(person("acme", "anna", Map.of(0, sealed("face"))))).hasValue(2);
    }

    @Test
    void whoReadUpToAChangeLearnsOfEverythingAfterIt() {
        StoredPerson anna = person("acme", "anna", Map.of(0, sealed("a")));
        StoredPerson berta = person("acme", "berta", Map.of(0, sealed("b")));
        people.add(anna);
        people.add(berta);
        long read = lastChange();

        people.replace("acme", anna.id(), Map.of(0, sealed("a2")), null, NOW);
        SampleReceipts.delete(people, "acme", berta.id(), NOW);

        List<Changed> changed = people.changedAfter("acme", read, 10);
        assertThat(changed).hasSize(1);
        assertThat(texts(changed.get(0).person())).isEqualTo(Map.of(0, "a2"));
        assertThat(people.deletedAfter("acme", read)).containsExactly(berta.id());
        assertThat(lastChange()).isEqualTo(read + 2);
        assertThat(people.changedAfter("acme", lastChange(), 10)).isEmpty();
    }

    @Test
    void changesComeInPagesInTheirOrder() {
        for (int i = 0; i < 7; i++) {
            people.add(person("acme", "p" + i, Map.of(0, sealed("f" + i), 1, sealed("t" + i))));
        }

        List<Long> order = new ArrayList<>();
        long after = 0;
        List<Changed> page = people.changedAfter("acme", after, 3);
        while (!page.isEmpty()) {
            page.forEach(changed -> order.add(changed.change()));
            after = page.getLast().change();
            page = people.changedAfter("acme", after, 3);
        }

        assertThat(order).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void resealingIsInvisibleAndGivesWayToAChange() {
        StoredPerson anna = person("acme", "anna", Map.of(0, sealed("old")));
        people.add(anna);
        Changed read = people.changedAfter("acme", 0, 1).get(0);
        StoredPerson again = read.person().withTemplates(Map.of(0, sealed("again")));

        assertThat(people.reseal(read, again)).isTrue();
        assertThat(texts(people.find("acme", anna.id()).orElseThrow()))
                .isEqualTo(Map.of(0, "again"));
        assertThat(lastChange()).isEqualTo(read.change());

        people.replace("acme", anna.id(), Map.of(0, sealed("new")), null, NOW);

        assertThat(people.reseal(read, again)).isFalse();
        assertThat(texts(people.find("acme", anna.id()).orElseThrow())).isEqualTo(Map.of(0, "new"));
    }

    @Test
    void peopleGoWithTheKeyThatOpensThem() {
        people.add(person("acme", "anna", Map.of(0, sealed("face"))));

        database.jdbc().sql("delete from tenant_key where id = :id").param("id", key).update();

        assertThat(people.count("acme")).isZero();
    }

    @Test
    void updatesAndDeletionsAtTheSameTimeEndInOneOrTheOther() throws Exception {
        List<Callable<Boolean>> work = new ArrayList<>();
        List<StoredPerson> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            StoredPerson one = person("acme", "p" + i, Map.of(0, sealed("face"), 3, sealed("f")));
            people.add(one);
            all.add(one);
            work.add(() -> people.replace("acme", one.id(), Map.of(3, sealed("new")), null, NOW));
            if (i % 2 == 0) {
                work.add(() -> SampleReceipts.delete(people, "acme", one.id(), NOW));
            }
        }

        together(work);

        for (int i = 0; i < 20; i++) {
            if (i % 2 == 0) {
                assertThat(people.find("acme", all.get(i).id())).isEmpty();
            } else {
                assertThat(texts(people.find("acme", all.get(i).id()).orElseThrow()))
                        .isEqualTo(Map.of(0, "face", 3, "new"));
            }
        }
        assertThat(
                        database.jdbc()
                                .sql("select count(*) from person_template")
                                .query(Long.class)
                                .single())
                .isEqualTo(20);
    }

    private long lastChange() {
        return people.standing("acme").orElseThrow().lastChange();
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<T> one : threads.invokeAll(work)) {
                results.add(one.get());
            }
        }
        return results;
    }

    private static Map<Integer, String> texts(StoredPerson person) {
        Map<Integer, String> texts = new TreeMap<>();
        person.templates()
                .forEach(
                        (slot, box) ->
                                texts.put(slot, new String(box.box(), StandardCharsets.UTF_8)));
        return texts;
    }

    private Sealed sealed(String text) {
        return new Sealed(key, text.getBytes(StandardCharsets.UTF_8));
    }

    private StoredPerson person(String tenant, String name, Map<Integer, Sealed> templates) {
        byte[] pseudonym = new byte[32];
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(text, 0, pseudonym, 0, text.length);
        return new StoredPerson(
                UUID.randomUUID(),
                tenant,
                pseudonym,
                sealed(name),
                0,
                "1628692218558x176807293303153250",
                NOW,
                NOW,
                templates);
    }

    private static WrappedKey key(UUID id, String tenant, int version) {
        return new WrappedKey(
                id,
                tenant,
                WrappedKey.Purpose.SEAL,
                version,
                "0123456789abcdef",
                new byte[60],
                NOW);
    }
}
