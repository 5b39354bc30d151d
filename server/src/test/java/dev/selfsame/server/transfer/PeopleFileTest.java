package dev.selfsame.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.engine.template.FaceTemplate;
import dev.selfsame.engine.template.FingerTemplate;
import dev.selfsame.engine.template.Template;
import dev.selfsame.server.person.Consent;
import dev.selfsame.server.person.CustomId;
import dev.selfsame.server.person.ExportedPerson;
import dev.selfsame.server.person.Person;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

final class PeopleFileTest {

    private static final char[] PASSPHRASE = "correct horse battery".toCharArray();
    private static final int HEADER = 8 + 16 + 4;

    @Test
    void bringsEverybodyBackAsTheyWere() throws IOException {
        List<ExportedPerson> people = List.of(person(1), person(2), person(3));

        List<ExportedPerson> back = read(file(people), PASSPHRASE);

        assertThat(back).usingRecursiveFieldByFieldElementComparator().isEqualTo(people);
    }

    @Test
    void bringsBackConsentAndTheLastDayOfUse() throws IOException {
        ExportedPerson plain = person(1);
        Instant given = Instant.parse("2025-03-02T08:00:00Z");
        Consent consent = new Consent("Door", "GDPR 9(2)(a)", "3", null, given, null, given);
        List<ExportedPerson> people =
                List.of(
                        with(plain, LocalDate.parse("2026-11-22"), consent),
                        with(plain, null, consent),
                        with(plain, LocalDate.parse("1999-12-31"), null));

        List<ExportedPerson> back = read(file(people), PASSPHRASE);

        assertThat(back).usingRecursiveFieldByFieldElementComparator().isEqualTo(people);
    }

    @Test
    void aDayFarAwayIsNone() throws IOException {
        byte[] far = file(List.of(with(person(1), LocalDate.of(2200, 1, 1), null)));

        assertRefused(far);
    }

    private static ExportedPerson with(
            ExportedPerson person, @Nullable LocalDate used, @Nullable Consent consent) {
        return new ExportedPerson(
                person.person(),
                person.created(),
                person.updated(),
                person.templates(),
                used,
                consent);
    }

    @Test
    void aFileOfNobodyIsWhole() throws IOException {
        assertThat(read(file(List.of()), PASSPHRASE)).isEmpty();
    }

    @Test
    void showsNothingOfItsContent() throws IOException {
        String file = new String(file(List.of(person(1))), StandardCharsets.ISO_8859_1);

        assertThat(file).doesNotContain("customer").doesNotContain("SSBT");
    }

    @Test
    void twoFilesOfTheSamePeopleHaveNothingInCommon() throws IOException {
        byte[] one = file(List.of(person(1)));
        byte[] other = file(List.of(person(1)));

        assertThat(Arrays.copyOfRange(one, HEADER + 4, one.length))
                .isNotEqualTo(Arrays.copyOfRange(other, HEADER + 4, other.length));
    }

    @Test
    void anotherPassphraseOpensNothing() throws IOException {
        byte[] file = file(List.of(person(1)));

        assertThatThrownBy(() -> read(file, "correct horse batterz".toCharArray()))
                .isInstanceOf(UnusableExportException.class)
                .hasMessageContaining("passphrase");
    }

    @Test
    void whereverItIsCutItIsRefused() throws IOException {
        byte[] file = file(List.of(person(1), person(2)));
        for (int length :
                List.of(0, 7, 8, 23, 24, 27, HEADER, HEADER + 3, HEADER + 4, HEADER + 30)) {
            assertRefused(Arrays.copyOf(file, length));
        }
        int secondFrame = HEADER + 4 + ByteBuffer.wrap(file, HEADER, 4).getInt();
        assertRefused(Arrays.copyOf(file, secondFrame));
        assertRefused(Arrays.copyOf(file, secondFrame + 4));
        assertRefused(Arrays.copyOf(file, file.length - 1));
    }

    @Test
    void framesCannotBeLeftOutOrChangePlaces() throws IOException {
        byte[] file = file(List.of(person(1), person(2)));
        int first = 4 + ByteBuffer.wrap(file, HEADER, 4).getInt();
        int second = 4 + ByteBuffer.wrap(file, HEADER + first, 4).getInt();
        byte[] without =
                ByteBuffer.allocate(file.length - first)
                        .put(file, 0, HEADER)
                        .put(file, HEADER + first, file.length - HEADER - first)
                        .array();
        byte[] swapped =
                ByteBuffer.allocate(file.length)
                        .put(file, 0, HEADER)
                        .put(file, HEADER + first, second)
                        .put(file, HEADER, first)
                        .put(file, HEADER + first + second, file.length - HEADER - first - second)
                        .array();

        assertRefused(without);
        assertRefused(swapped);
    }

    @Test
    void aChangedBitAnywhereIsNoticed() throws IOException {
        byte[] file = file(List.of(person(1)));
        Random random = new Random(5);
        for (int i = 0; i < 8; i++) {
            byte[] altered = file.clone();
            int at = HEADER + random.nextInt(file.length - HEADER);
            altered[at] ^= (byte) (1 << random.nextInt(8));
            assertRefused(altered);
        }
    }

    @Test
    void aFileThatAsksForEndlessWorkIsRefusedAtOnce() throws IOException {
        byte[] file = file(List.of());
        ByteBuffer.wrap(file).putInt(8 + 16, Integer.MAX_VALUE);

        assertThatThrownBy(() -> read(file, PASSPHRASE))
                .isInstanceOf(UnusableExportException.class)
                .hasMessageContaining("iterations");
    }

    @Test
    void aFrameLongerThanAnyPersonIsRefusedBeforeItIsRead() throws IOException {
        byte[] file = file(List.of(person(1)));
        ByteBuffer.wrap(file).putInt(HEADER, Integer.MAX_VALUE);

        assertRefused(file);
    }

    private static void assertRefused(byte[] file) {
        assertThatThrownBy(() -> read(file, PASSPHRASE))
                .isInstanceOf(UnusableExportException.class);
    }

    private static byte[] file(List<ExportedPerson> people) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PeopleWriter writer = new PeopleWriter(out, PASSPHRASE)) {
            for (ExportedPerson person : people) {
                writer.write(person);
            }
            writer.finish();
        }
        return out.toByteArray();
    }

    private static List<ExportedPerson> read(byte[] file, char[] passphrase) throws IOException {
        List<ExportedPerson> people = new ArrayList<>();
        try (PeopleReader reader = new PeopleReader(new ByteArrayInputStream(file), passphrase)) {
            for (Optional<ExportedPerson> one = reader.next();
                    one.isPresent();
                    one = reader.next()) {
                people.add(one.get());
            }
        }
        return people;
    }

    private static ExportedPerson person(int number) {
        byte[] vector = new byte[384];
        new Random(number).nextBytes(vector);
        byte[] minutiae = new byte[400];
        new Random(-number).nextBytes(minutiae);
        Map<Integer, Template> templates =
                Map.of(
                        0,
                        new FaceTemplate("SELFSAME_F1", 1, vector),
                        10,
                        new FingerTemplate("SOURCEAFIS", 1, minutiae));
        return new ExportedPerson(
                new Person(
                        new CustomId("customer " + number + " \u00e9\ud83d\ude00"),
                        "1628692218558x176807293303153250",
                        number),
                Instant.ofEpochMilli(1_700_000_000_000L + number),
                Instant.ofEpochMilli(1_700_000_001_000L + number),
                templates);
    }
}
