package dev.selfsame.engine.finger;

import static org.assertj.core.api.Assertions.assertThat;

import com.machinezoo.fingerprintio.TemplateFormat;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Position;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Template;
import com.machinezoo.sourceafis.FingerprintCompatibility;
import com.machinezoo.sourceafis.FingerprintTemplate;

import dev.selfsame.engine.finger.FingerImport.Imported;
import dev.selfsame.engine.finger.FingerImport.NoMinutiae;
import dev.selfsame.engine.finger.FingerImport.Reason;
import dev.selfsame.engine.finger.FingerImport.Refused;
import dev.selfsame.engine.template.FingerTemplate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.Random;

/** Records in every standard format, made here from drawn fingers, whole and damaged. */
final class FingerImporterTest {

    private final FingerImporter importer = new FingerImporter();
    private final FingerMatcher matcher = new FingerMatcher();

    private static byte[] record(TemplateFormat format, long... seeds) {
        FingerprintTemplate[] templates = new FingerprintTemplate[seeds.length];
        for (int i = 0; i < seeds.length; i++) {
            templates[i] = SerializedMinutiae.open(DrawnTemplates.of(seeds[i]));
        }
        return FingerprintCompatibility.exportTemplates(format, templates);
    }

    @ParameterizedTest
    @EnumSource(TemplateFormat.class)
    void importsEveryFingerOfEveryFormatSoThatItMatchesItself(TemplateFormat format) {
        FingerImport result = importer.read(record(format, 1, 2));

        assertThat(result).isInstanceOf(Imported.class);
        Imported imported = (Imported) result;
        assertThat(imported.format().name()).isEqualTo(format.name());
        assertThat(imported.fingers()).hasSize(2);
        assertThat(imported.tooFewMinutiae()).isZero();
        FingerTemplate first = imported.fingers().get(0).template();
        assertThat(matcher.compare(first, DrawnTemplates.of(1)).value()).isLessThan(1e-6);
        assertThat(matcher.compare(first, DrawnTemplates.of(2)).value()).isGreaterThan(1e-4);
        assertThat(imported.fingers().get(0).minutiae())
                .isEqualTo(SerializedMinutiae.count(first.minutiae()));
    }

    @Test
    void overlooksAZeroWhereTheVersionHasASpace() {
        byte[] record = record(TemplateFormat.ANSI_378_2004, 1);
        record[4] = '0';

        assertThat(importer.read(record)).isInstanceOf(Imported.class);
        assertThat(record[4]).as("of the caller").isEqualTo((byte) '0');
    }

    @Test
    void readsWhichFingerItIs() {
        Iso19794p2v2005Template template =
                new Iso19794p2v2005Template(record(TemplateFormat.ISO_19794_2_2005, 1));
        template.fingerprints.get(0).position = Iso19794p2v2005Position.LEFT_INDEX;

        Imported imported = (Imported) importer.read(template.toByteArray());

        assertThat(imported.fingers().get(0).position()).isEqualTo(FingerPosition.LEFT_INDEX);
        assertThat(FingerPosition.LEFT_INDEX.code()).isEqualTo(7);
    }

    @Test
    void leavesOutFingersWithTooFewMinutiae() {
        Iso19794p2v2005Template template =
                new Iso19794p2v2005Template(record(TemplateFormat.ISO_19794_2_2005, 1, 2));
        template.fingerprints
                .get(1)
                .minutiae
                .subList(7, template.fingerprints.get(1).minutiae.size())
                .clear();
        Imported imported = (Imported) importer.read(template.toByteArray());
        assertThat(imported.fingers()).hasSize(1);
        assertThat(imported.tooFewMinutiae()).isOne();

        template.fingerprints.remove(0);
        template.fingerprints.get(0).view = 0;
        assertThat(importer.read(template.toByteArray()))
                .isEqualTo(new NoMinutiae(InterchangeFormat.ISO_19794_2_2005));
    }

    @Test
    void refusesAResolutionThatNoReaderHas() {
        Iso19794p2v2005Template template =
                new Iso19794p2v2005Template(record(TemplateFormat.ISO_19794_2_2005, 1));
        template.resolutionX = 9000;

        assertThat(reason(template.toByteArray())).isEqualTo(Reason.BAD_RESOLUTION);
    }

    @Test
    void refusesWhatIsNoRecord() {
        assertThat(reason(new byte[0])).isEqualTo(Reason.UNKNOWN_FORMAT);
        assertThat(reason(new byte[] {1, 2, 3})).isEqualTo(Reason.UNKNOWN_FORMAT);
        assertThat(reason(DrawnTemplates.of(1).minutiae())).isEqualTo(Reason.UNKNOWN_FORMAT);
        assertThat(reason(new byte[100_001])).isEqualTo(Reason.TOO_MANY_BYTES);
    }

    @ParameterizedTest
    @EnumSource(TemplateFormat.class)
    void refusesRecordsThatAreCutShort(TemplateFormat format) {
        byte[] whole = record(format, 1);
        for (int length = 0; length < whole.length; length += 3) {
            byte[] cut = Arrays.copyOf(whole, length);

            assertThat(importer.read(cut)).as("%d bytes", length).isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @EnumSource(TemplateFormat.class)
    void importsOrRefusesWhateverIsDamagedAndComparesWhatItImports(TemplateFormat format) {
        Random random = new Random(format.name().hashCode());
        byte[] whole = record(format, 1, 2);
        FingerTemplate good = DrawnTemplates.of(1);
        int refused = 0;
        for (int round = 0; round < 150; round++) {
            switch (importer.read(Mutations.of(whole, random))) {
                case Imported imported ->
                        imported.fingers()
                                .forEach(
                                        it ->
                                                assertThat(matcher.compare(it.template(), good))
                                                        .isNotNull());
                case Refused it -> refused++;
                case NoMinutiae it -> assertThat(it.format()).isNotNull();
            }
        }
        assertThat(refused).isGreaterThan(30);
    }

    private Reason reason(byte[] record) {
        return ((Refused) importer.read(record)).reason();
    }
}
