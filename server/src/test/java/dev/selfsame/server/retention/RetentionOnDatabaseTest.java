package dev.selfsame.server.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.engine.template.FaceTemplate;
import dev.selfsame.engine.template.FingerTemplate;
import dev.selfsame.engine.template.Template;
import dev.selfsame.server.audit.AuditEntry;
import dev.selfsame.server.audit.AuditQuery;
import dev.selfsame.server.audit.AuditTrail;
import dev.selfsame.server.person.Consent;
import dev.selfsame.server.person.CustomId;
import dev.selfsame.server.person.ExportedPerson;
import dev.selfsame.server.person.PeopleTransfer;
import dev.selfsame.server.person.Person;
import dev.selfsame.server.person.PersonConsents;
import dev.selfsame.server.person.PersonErasure;
import dev.selfsame.server.person.PersonSecrets;
import dev.selfsame.server.person.PersonStore;
import dev.selfsame.server.person.Resealing;
import dev.selfsame.server.person.StoredPerson;
import dev.selfsame.server.person.TenantErasure;
import dev.selfsame.server.receipt.ErasureReason;
import dev.selfsame.server.receipt.Receipt;
import dev.selfsame.server.receipt.ReceiptQuery;
import dev.selfsame.server.receipt.ReceiptText;
import dev.selfsame.server.receipt.Receipts;
import dev.selfsame.server.receipt.StoredReceipt;
import dev.selfsame.server.signing.AnswerCheck;
import dev.selfsame.server.signing.AnswerOutcome;
import dev.selfsame.server.signing.ResponseSigner;
import dev.selfsame.server.signing.SignatureCheck;
import dev.selfsame.server.signing.SigningAlgorithm;
import dev.selfsame.server.signing.SigningKeyRotation;
import dev.selfsame.server.signing.SigningKeys;
import dev.selfsame.server.signing.SigningOptions;
import dev.selfsame.server.store.jdbc.Database;
import dev.selfsame.server.store.jdbc.DatabaseOptions;
import dev.selfsame.server.tenant.RetentionRules;
import dev.selfsame.server.tenant.Tenant;
import dev.selfsame.server.tenant.Tenants;
import dev.selfsame.server.testing.DatabaseKind;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.DatabasesExtension;
import dev.selfsame.server.testing.ManualClock;
import dev.selfsame.server.usage.Counted;
import dev.selfsame.server.usage.Outcome;
import dev.selfsame.server.usage.UsageBatch;
import dev.selfsame.server.usage.UsageQuery;
import dev.selfsame.server.vault.MasterKeySource;
import dev.selfsame.server.vault.Sealed;
import dev.selfsame.server.vault.Vault;
import dev.selfsame.server.vault.VaultOptions;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Who is deleted by rules, what is left of them, and that nothing else is deleted. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
@ExtendWith(DatabasesExtension.class)
final class RetentionOnDatabaseTest {

    private static final String ACME = "acme";
    private static final int RECEIPT_DAYS = 1000;

    @TempDir private Path folder;

    private final DatabaseOptions options;
    private final ManualClock clock = new ManualClock();
    private Database database;
    private Vault vault;
    private PersonStore people;
    private PersonSecrets secrets;
    private Tenants tenants;
    private AuditTrail audit;
    private Receipts receipts;
    private SigningKeys keys;

    RetentionOnDatabaseTest(DatabaseKind kind, Databases databases) {
        options = databases.fresh(kind);
    }

    @BeforeEach
    void open() {
        database = Database.open(options, folder.resolve("selfsame"));
        database.tenants().addIfAbsent(new Tenant(ACME, clock.instant()));
        database.tenants().addIfAbsent(new Tenant("other", clock.instant()));
        vault =
                new Vault(
                        database.tenantKeys(),
                        MasterKeySource.of(
                                new VaultOptions(null, null), folder.resolve("master-key")),
                        clock);
        vault.prepare();
        new SigningKeyRotation(database.signingKeys(), vault, clock)
                .ensureCurrent(new SigningOptions(SigningAlgorithm.ES256, 2048));
        keys = new SigningKeys(database.signingKeys(), vault, clock);
        receipts = new Receipts(new ResponseSigner(keys), clock);
        people = database.people();
        secrets = new PersonSecrets(vault);
        tenants = new Tenants(database.tenants(), clock);
        audit = new AuditTrail(database.audit(), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoWasNotUsedForSoLongIsDeletedWithAReceipt() {
        add(ACME, "anna", null);
        add("other", "anna", null);
        rules(10, null, false);
        pass(5);
        add(ACME, "berta", null);
        pass(6);

        RetentionReport foreseen = retention().preview();
        RetentionReport report = run();

        assertThat(report).isEqualTo(foreseen);
        assertThat(report.tenants()).containsExactly(new TenantSweep(ACME, 1, 0, 0));
        assertThat(find(ACME, "anna")).isNull();
        assertThat(find(ACME, "berta")).isNotNull();
        assertThat(find("other", "anna")).isNotNull();
        StoredReceipt stored = latest(ACME);
        Receipt receipt = ReceiptText.read(stored);
        assertThat(receipt.reason()).isEqualTo(ErasureReason.UNUSED);
        assertThat(receipt.deleted()).isEqualTo(clock.instant());
        assertThat(receipt.erased().faces()).isOne();
        assertThat(receipt.erased().fingers()).isEqualTo(2);
        assertThat(receipt.erased().consents()).isZero();
        assertThat(trail())
                .containsExactly(
                        "retention people.delete " + receipt.subject(),
                        "retention retention.run unused=1 consent=0 usage=0");
        assertThat(run().people()).isZero();
        assertThat(trail()).hasSize(2);
    }

    @Test
    void whoeverWasVerifiedStaysAndNobodyIsWatchedWithoutARule() {
        add(ACME, "anna", null);
        people.markUsed(ACME, id("anna"), today());
        assertThat(stored("anna").used()).isNull();
        rules(10, null, false);
        pass(8);
        people.markUsed(ACME, id("anna"), today());
        people.markUsed(ACME, id("anna"), today().minusDays(3));
        people.markUsed("other", id("anna"), today().plusDays(3));
        assertThat(stored("anna").used()).isEqualTo(today());
        pass(10);

        assertThat(run().people()).isZero();
        pass(1);
        assertThat(run().people()).isOne();
    }

    @Test
    void aRuleThatIsNewDeletesNobodyBeforeItsTimeHasPassed() {
        add(ACME, "anna", null);
        pass(5000);
        rules(10, null, false);
        assertThat(run().people()).isZero();
        pass(9);
        rules(3, null, false);

        assertThat(run().people()).isOne();
        add(ACME, "berta", null);
        rules(null, null, false);
        pass(500);
        assertThat(run().tenants()).isEmpty();
        rules(3, null, false);
        assertThat(run().people()).isZero();
        assertThat(find(ACME, "berta")).isNotNull();
    }

    @Test
    void whoseConsentHasEndedIsDeletedWhereTheTenantWantsThat() {
        Instant now = clock.instant();
        add(ACME, "expires", consent(now.plus(Duration.ofDays(2)), null));
        add(ACME, "withdrawn", consent(null, now.minusSeconds(1)));
        add(ACME, "consents", consent(null, null));
        add(ACME, "silent", null);
        rules(null, 30, false);
        assertThat(run().people()).isZero();

        rules(null, null, true);
        assertThat(database.census().consents(ACME, now).recorded()).isEqualTo(3);
        assertThat(database.census().consents(ACME, now).ended()).isOne();
        assertThat(run().tenants()).containsExactly(new TenantSweep(ACME, 0, 1, 0));
        assertThat(find(ACME, "withdrawn")).isNull();
        assertThat(ReceiptText.read(latest(ACME)).reason()).isEqualTo(ErasureReason.CONSENT_ENDED);
        assertThat(ReceiptText.read(latest(ACME)).erased().consents()).isOne();
        pass(2);
        assertThat(run().people()).isOne();
        assertThat(find(ACME, "expires")).isNull();
        assertThat(find(ACME, "consents")).isNotNull();
        assertThat(find(ACME, "silent")).isNotNull();
    }

    @Test
    void aRunThatWasKilledIsGoneOnWithAfterItsLeaseAndRunsDoNotMeet() {
        for (int i = 0; i < 120; i++) {
            add(ACME, "p" + i, null);
        }
        rules(1, null, false);
        pass(2);
        AtomicInteger asked = new AtomicInteger();
        // stopped after the first page, as by a kill between two pages
        RetentionReport first =
                retention()
                        .run(Retention.ACTOR, Duration.ZERO, () -> asked.incrementAndGet() > 1)
                        .orElseThrow();
        assertThat(first.isWhole()).isFalse();
        assertThat(first.people()).isEqualTo(100);
        RetentionLease lease = database.retentionLease();
        Instant now = clock.instant();
        UUID killed = UUID.randomUUID();
        Instant ever = now.plus(Duration.ofDays(1));
        assertThat(lease.take(killed, now, now.plusSeconds(60), ever)).isTrue();

        assertThat(retention().run(Retention.ACTOR, Duration.ZERO, () -> false)).isEmpty();
        assertThat(people.count(ACME)).isEqualTo(20);
        clock.pass(Duration.ofSeconds(61));
        assertThat(run().people()).isEqualTo(20);

        assertThat(people.count(ACME)).isZero();
        assertThat(database.receipts().list(new ReceiptQuery(ACME, null, 1000))).hasSize(120);
        assertThat(retention().run(Retention.ACTOR, Duration.ofMinutes(1), () -> false)).isEmpty();
        clock.pass(Duration.ofSeconds(61));
        assertThat(retention().run(Retention.ACTOR, Duration.ofMinutes(1), () -> false))
                .isPresent();
    }

    @Test
    void whoIsUsedOrChangedBetweenTheLookAndTheDeletionStays() {
        add(ACME, "anna", null);
        rules(1, null, false);
        StoredPerson seen = stored("anna");
        people.markUsed(ACME, seen.id(), today());

        assertThat(erasure().erase(seen, "x", ErasureReason.UNUSED)).isEmpty();
        StoredPerson used = stored("anna");
        new PersonConsents(people, secrets, audit, clock)
                .replace(ACME, "x", new CustomId("anna"), consent(null, clock.instant()));
        assertThat(erasure().erase(used, "x", ErasureReason.UNUSED)).isEmpty();

        assertThat(find(ACME, "anna")).isNotNull();
        assertThat(database.receipts().list(new ReceiptQuery(null, null, 9))).isEmpty();
        assertThat(trail()).allMatch(entry -> entry.startsWith("x people.consent "));
        assertThat(erasure().erase(stored("anna"), "x", ErasureReason.UNUSED)).isPresent();
    }

    @Test
    void countsAndReceiptsGoWhenTheyAreOldEnough() {
        LocalDate day = today();
        for (int i = 0; i < 80; i++) {
            count(ACME, day.minusDays(i), i);
            count("other", day.minusDays(i), 100 + i);
        }
        rules(null, 30, false);

        assertThat(retention().preview().tenants().getFirst().usageCounts()).isEqualTo(49);
        assertThat(run().tenants().getFirst().usageCounts()).isEqualTo(49);

        assertThat(usage(ACME)).isEqualTo(31);
        assertThat(usage("other")).isEqualTo(80);
        add("other", "anna", null);
        erasure().erase(person("other", "anna"), "x", ErasureReason.REQUEST);
        pass(RECEIPT_DAYS);
        assertThat(run().receipts()).isZero();
        pass(1);
        assertThat(run().receipts()).isOne();
        assertThat(database.receipts().list(new ReceiptQuery(null, null, 9))).isEmpty();
    }

    @Test
    void aReceiptIsSignedOutlivesItsTenantAndNamesNobody() {
        add(ACME, "Anna Anders", consent(null, null));
        StoredReceipt one =
                erasure().erase(stored("Anna Anders"), "x", ErasureReason.REQUEST).orElseThrow();
        add(ACME, "berta", consent(null, null));
        add(ACME, "clara", null);

        StoredReceipt all =
                new TenantErasure(tenants, database.census(), receipts).erase(ACME).orElseThrow();

        assertThat(tenants.find(ACME)).isEmpty();
        assertThat(new TenantErasure(tenants, database.census(), receipts).erase(ACME)).isEmpty();
        assertThat(database.receipts().list(new ReceiptQuery(ACME, null, 9)))
                .containsExactlyInAnyOrder(one, all);
        Receipt whole = ReceiptText.read(all);
        assertThat(whole.subject()).isNull();
        assertThat(whole.erased().people()).isEqualTo(2);
        assertThat(whole.erased().faces()).isEqualTo(2);
        assertThat(whole.erased().fingers()).isEqualTo(4);
        assertThat(whole.erased().consents()).isOne();
        String text = new String(ReceiptText.document(one), StandardCharsets.UTF_8);
        assertThat(text).contains("\"pictures\":0,\"signature\":\"").doesNotContain("Anna");
        AnswerCheck check = new AnswerCheck(SignatureCheck.of(keys));
        assertThat(check.check(text)).isEqualTo(new AnswerOutcome.AsSent(ReceiptText.kid(one)));
        assertThat(check.check(text.replace("\"fingers\":2", "\"fingers\":1")))
                .isInstanceOf(AnswerOutcome.Refused.class);
    }

    @Test
    void consentIsSealedAnewAndTravelsWithThePerson() {
        Consent consent = consent(clock.instant().plusSeconds(99), null);
        add(ACME, "anna", consent);
        rules(10, null, false);
        people.markUsed(ACME, id("anna"), today());
        UUID before = sealed(stored("anna")).keyId();

        new Resealing(vault, people).reseal(ACME);

        assertThat(sealed(stored("anna")).keyId()).isNotEqualTo(before);
        assertThat(secrets.consent(stored("anna"))).contains(consent);
        PeopleTransfer transfer = new PeopleTransfer(people, secrets);
        transfer.forEach(ACME, person -> transfer.add("other", person));
        StoredPerson moved = person("other", "anna");
        assertThat(secrets.consent(moved)).contains(consent);
        assertThat(moved.used()).isEqualTo(today());
        assertThat(moved.end()).isEqualTo(stored("anna").end());
        assertThat(new String(sealed(moved).box(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Door");
    }

    private static Sealed sealed(StoredPerson person) {
        return Objects.requireNonNull(person.consent()).sealed();
    }

    private RetentionReport run() {
        return retention().run(Retention.ACTOR, Duration.ZERO, () -> false).orElseThrow();
    }

    private Retention retention() {
        return new Retention(
                database.tenants(),
                database.census(),
                erasure(),
                database.usage(),
                database.receipts(),
                database.retentionLease(),
                audit,
                clock,
                RECEIPT_DAYS);
    }

    private PersonErasure erasure() {
        return new PersonErasure(people, receipts, audit);
    }

    private void rules(@Nullable Integer peopleDays, @Nullable Integer usage, boolean consents) {
        assertThat(tenants.setRetention(ACME, new RetentionRules(peopleDays, usage, consents)))
                .isTrue();
    }

    private void pass(int days) {
        clock.pass(Duration.ofDays(days));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void add(String tenant, String name, @Nullable Consent consent) {
        Map<Integer, Template> templates =
                Map.of(
                        0,
                        new FaceTemplate("SELFSAME_F1", 1, new byte[384]),
                        1,
                        new FingerTemplate("SOURCEAFIS", 1, new byte[100]),
                        7,
                        new FingerTemplate("SOURCEAFIS", 1, new byte[100]));
        var added =
                new PeopleTransfer(people, secrets)
                        .add(
                                tenant,
                                new ExportedPerson(
                                        new Person(
                                                new CustomId(name),
                                                "1628692218558x176807293303153250",
                                                0),
                                        clock.instant(),
                                        clock.instant(),
                                        templates,
                                        null,
                                        consent));
        assertThat(added).isEqualTo(PeopleTransfer.Added.AS_IT_WAS);
    }

    private @Nullable StoredPerson find(String tenant, String name) {
        return people.find(tenant, secrets.pseudonym(tenant, new CustomId(name))).orElse(null);
    }

    private StoredPerson person(String tenant, String name) {
        return people.find(tenant, secrets.pseudonym(tenant, new CustomId(name))).orElseThrow();
    }

    private StoredPerson stored(String name) {
        return person(ACME, name);
    }

    private UUID id(String name) {
        return stored(name).id();
    }

    private StoredReceipt latest(String tenant) {
        return database.receipts().list(new ReceiptQuery(tenant, null, 1)).getFirst();
    }

    private List<String> trail() {
        return audit.list(new AuditQuery(ACME, null, 1000)).stream()
                .map(RetentionOnDatabaseTest::words)
                .toList();
    }

    private static String words(AuditEntry entry) {
        return entry.actor() + " " + entry.action() + " " + entry.subject();
    }

    private void count(String tenant, LocalDate day, int number) {
        database.usage()
                .add(
                        new UsageBatch(
                                "w" + number,
                                1,
                                clock.instant(),
                                new TreeMap<>(
                                        Map.of(
                                                new Counted(tenant, day, "k", "op", Outcome.OK),
                                                1L))));
    }

    private int usage(String tenant) {
        return database.usage()
                .list(new UsageQuery(tenant, today().minusDays(399), today()))
                .size();
    }

    private Consent consent(@Nullable Instant expires, @Nullable Instant withdrawn) {
        return new Consent(
                "Door",
                "GDPR 9(2)(a)",
                null,
                null,
                Instant.parse("2025-03-02T08:00:00Z"),
                expires,
                withdrawn);
    }
}
