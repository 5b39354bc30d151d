package dev.selfsame.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.store.files.FileObjects;
import dev.selfsame.server.store.jdbc.Database;
import dev.selfsame.server.tenant.Tenant;
import dev.selfsame.server.testing.ManualClock;
import dev.selfsame.server.vault.MasterKeySource;
import dev.selfsame.server.vault.Vault;
import dev.selfsame.server.vault.VaultOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

final class MediaTest {

    private static final byte[] PICTURE =
            "a picture of somebody".repeat(40).getBytes(StandardCharsets.UTF_8);
    private static final Instant UNTIL = Instant.parse("2026-11-01T12:05:00.001Z");
    private static final String SECOND = "1793534701";

    @TempDir private Path folder;

    private final ManualClock clock = new ManualClock();
    private final UUID session = UUID.randomUUID();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Database database;
    private Vault vault;
    private Media media;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("selfsame"));
        database.tenants().addIfAbsent(new Tenant("acme", clock.instant()));
        database.tenants().addIfAbsent(new Tenant("other", clock.instant()));
        Path key = folder.resolve("master-key");
        vault =
                new Vault(
                        database.tenantKeys(),
                        MasterKeySource.of(new VaultOptions(null, null), key),
                        clock);
        vault.prepare();
        media = new Media(new FileObjects(objects()), vault);
        log.start();
        ((Logger) LoggerFactory.getLogger(Media.class)).addAppender(log);
    }

    @AfterEach
    void close() {
        ((Logger) LoggerFactory.getLogger(Media.class)).detachAppender(log);
        database.close();
    }

    private Path objects() {
        return folder.resolve("media");
    }

    private StoredObject put() {
        return media.put("acme", session, UUID.randomUUID(), UNTIL, PICTURE, "image/png");
    }

    @Test
    void saysWhereAndWhat() {
        UUID id = UUID.randomUUID();

        StoredObject object = media.put("acme", session, id, UNTIL, PICTURE, "image/png");

        assertThat(object.region()).isEqualTo("local");
        assertThat(object.bucketName()).isEqualTo("media");
        assertThat(object.key()).isEqualTo(SECOND + "/acme/" + session + "/" + id);
        assertThat(object.contentType()).isEqualTo("image/png");
        assertThat(Files.exists(objects().resolve(object.key()))).isTrue();
        assertThat(media.get("acme", object)).contains(PICTURE);
    }

    @Test
    void theHashIsOfThePictureAsItWas() {
        StoredObject object =
                media.put(
                        "acme",
                        session,
                        UUID.randomUUID(),
                        UNTIL,
                        "abc".getBytes(StandardCharsets.US_ASCII),
                        "image/jpeg");

        // FIPS 180-4, example of SHA-256
        assertThat(object.hash())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void theNamesSecondIsTheFirstOneAfterTheEnd() {
        Instant whole = Instant.parse("2026-11-01T12:05:00Z");
        UUID id = UUID.randomUUID();

        assertThat(media.put("acme", session, id, whole, PICTURE, "image/png").key())
                .startsWith("1793534700/");
        assertThat(put().key()).startsWith(SECOND + "/");
    }

    @Test
    void nothingOfThePictureIsInTheStore() throws IOException {
        byte[] sealed = Files.readAllBytes(objects().resolve(put().key()));

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain("picture", "somebody");
        assertThat(sealed.length).isGreaterThan(PICTURE.length);
    }

    @Test
    void anotherTenantCannotOpenIt() {
        StoredObject object = put();
        media.put("other", session, UUID.randomUUID(), UNTIL, PICTURE, "image/png");

        assertThat(media.get("other", object)).isEmpty();
        assertWarned("cannot be opened");
        assertThat(media.get("acme", object)).contains(PICTURE);
    }

    @Test
    void aPictureThatWasMovedToAnotherNameCannotBeOpened() throws IOException {
        StoredObject one = put();
        StoredObject two = put();
        Files.copy(
                objects().resolve(one.key()),
                objects().resolve(two.key()),
                StandardCopyOption.REPLACE_EXISTING);

        assertThat(media.get("acme", two)).isEmpty();
        assertWarned("cannot be opened");
    }

    @Test
    void everyAlteredByteIsNoticed() throws IOException {
        StoredObject object = put();
        Path file = objects().resolve(object.key());
        byte[] sealed = Files.readAllBytes(file);
        for (int i = 0; i < sealed.length; i += i < 64 ? 1 : 97) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            Files.write(file, altered);

            assertThat(media.get("acme", object)).as("byte %d", i).isEmpty();
        }
        assertWarned("cannot be opened");
    }

    @Test
    void aCutPictureIsNone() throws IOException {
        StoredObject object = put();
        Path file = objects().resolve(object.key());
        byte[] sealed = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, 15, 16, 17, 27, 28, 44, sealed.length - 1}) {
            log.list.clear();
            Files.write(file, Arrays.copyOf(sealed, length));

            assertThat(media.get("acme", object)).as("%d bytes", length).isEmpty();
            assertWarned("");
        }
    }

    @Test
    void aPictureThatIsGoneIsNoReasonToWarn() throws IOException {
        StoredObject object = put();
        Files.delete(objects().resolve(object.key()));

        assertThat(media.get("acme", object)).isEmpty();
        assertThat(log.list).isEmpty();
    }

    @Test
    void deletesOneSeveralAndAllOfASession() throws IOException {
        StoredObject one = put();
        StoredObject two = put();
        StoredObject three = put();
        StoredObject four = put();
        StoredObject others =
                media.put(
                        "acme", UUID.randomUUID(), UUID.randomUUID(), UNTIL, PICTURE, "image/png");

        media.delete(one);
        media.deleteAll(List.of(two, three));
        assertThat(files()).hasSize(2);
        assertThat(media.get("acme", four)).isPresent();
        media.deleteAll("acme", session, UNTIL);

        assertThat(media.get("acme", four)).isEmpty();
        assertThat(media.get("acme", others)).isPresent();
        media.delete(others);
        assertThat(objects()).isEmptyDirectory();
    }

    @Test
    void deletesWhatHasExpiredAlsoOfAServerThatIsNoMore() throws IOException {
        put();
        Instant later = UNTIL.plus(Duration.ofMinutes(1));
        StoredObject open =
                media.put("other", session, UUID.randomUUID(), later, PICTURE, "image/png");
        Files.write(objects().resolve(SECOND + "/acme/" + session + "/x.draft"), new byte[9]);
        Path foreign = Files.createDirectories(objects().resolve("notes"));
        Files.write(foreign.resolve("1"), new byte[1]);
        Media another = new Media(new FileObjects(objects()), vault);

        assertThat(another.deleteExpired(UNTIL)).isZero();
        assertThat(files()).hasSize(4);
        assertThat(another.deleteExpired(Instant.parse("2026-11-01T12:05:01Z"))).isEqualTo(2);

        assertThat(files()).containsExactlyInAnyOrder(open.key(), "notes/1");
        assertThat(another.deleteExpired(Instant.parse("2026-11-01T12:05:01Z"))).isZero();
    }

    @Test
    void refusesWhatIsTooLargeToBeKept() {
        byte[] large = new byte[ObjectStore.MAX_BYTES];

        assertThatThrownBy(
                        () ->
                                media.put(
                                        "acme",
                                        session,
                                        UUID.randomUUID(),
                                        UNTIL,
                                        large,
                                        "image/png"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.TOO_LARGE));
    }

    @Test
    void keepsNothingForATenantThatIsGone() throws IOException {
        assertThatThrownBy(
                        () ->
                                media.put(
                                        "nobody",
                                        session,
                                        UUID.randomUUID(),
                                        UNTIL,
                                        PICTURE,
                                        "image/png"))
                .isInstanceOf(Problem.class);
        assertThat(files()).isEmpty();
    }

    private List<String> files() throws IOException {
        if (!Files.exists(objects())) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(objects())) {
            return all.filter(Files::isRegularFile)
                    .map(file -> objects().relativize(file).toString())
                    .toList();
        }
    }

    private void assertWarned(String words) {
        assertThat(log.list)
                .anySatisfy(
                        event -> {
                            assertThat(event.getLevel()).isEqualTo(Level.WARN);
                            assertThat(event.getFormattedMessage()).contains(words);
                        });
    }
}
