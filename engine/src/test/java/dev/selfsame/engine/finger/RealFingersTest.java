package dev.selfsame.engine.finger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.selfsame.engine.calibration.ErrorRates;
import dev.selfsame.engine.calibration.OperatingPoint;
import dev.selfsame.engine.finger.FingerImport.Imported;
import dev.selfsame.engine.finger.FingerOutcome.Found;
import dev.selfsame.engine.imaging.ImageLimits;
import dev.selfsame.engine.template.FingerTemplate;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Prints of real fingers, from the development data beside the checkout; skipped without it. */
final class RealFingersTest {

    private static final Path DATA = Path.of("../../shared/data");
    private static final Path PRINTS = DATA.resolve("fp_samples/sourceafis-java/sourceafis");
    private static final Path RECORDS = DATA.resolve("fp_samples/fingerprintio-java");
    private static final Path FVC = DATA.resolve("fvc/fvc2002");

    private final FingerReader reader = new FingerReader(ImageLimits.DEFAULT);
    private final FingerMatcher matcher = new FingerMatcher();

    @BeforeAll
    static void needsTheData() {
        assumeTrue(Files.isDirectory(DATA), "skipped: there is no development data in " + DATA);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FingerTemplate template(Path file) {
        return ((Found) reader.read(bytes(file), FingerRequest.PLAIN)).template();
    }

    private FingerTemplate imported(Path file) {
        return ((Imported) new FingerImporter().read(bytes(file))).fingers().get(0).template();
    }

    @ParameterizedTest
    @ValueSource(strings = {"probe.png", "probe.bmp", "probe.jpeg"})
    void tellsAMatchingPrintFromAnother(String probe) {
        FingerTemplate template = template(PRINTS.resolve(probe));

        assertThat(matcher.compare(template, template(PRINTS.resolve("matching.png"))).score())
                .isGreaterThan(4500);
        assertThat(matcher.compare(template, template(PRINTS.resolve("nonmatching.png"))).score())
                .isLessThan(2500);
    }

    @Test
    void readsWsq() {
        FingerOutcome outcome =
                reader.read(bytes(PRINTS.resolve("wsq-original.wsq")), FingerRequest.PLAIN);

        assertThat(outcome).isInstanceOf(Found.class);
        assertThat(((Found) outcome).minutiae()).isGreaterThan(30);
    }

    @Test
    void comparesImportedRecords() {
        FingerTemplate probe = imported(PRINTS.resolve("iso-probe.dat"));

        assertThat(matcher.compare(probe, imported(PRINTS.resolve("iso-matching.dat"))).score())
                .isGreaterThan(4000);
        assertThat(matcher.compare(probe, imported(PRINTS.resolve("iso-nonmatching.dat"))).score())
                .isLessThan(2500);
    }

    @ParameterizedTest
    @EnumSource(InterchangeFormat.class)
    void writesRecordsThatMatchAsTheirPrintsDo(InterchangeFormat format) {
        byte[] record =
                new FingerExporter()
                        .write(
                                template(PRINTS.resolve("probe.png")),
                                format,
                                FingerDetails.UNKNOWN);
        FingerTemplate written =
                ((Imported) new FingerImporter().read(record)).fingers().get(0).template();

        assertThat(matcher.compare(written, template(PRINTS.resolve("matching.png"))).score())
                .isGreaterThan(4500);
    }

    @Test
    void measuresTheQualityOfARealPrint() {
        var measured =
                (FingerQualityOutcome.Measured)
                        reader.measure(bytes(PRINTS.resolve("probe.png")), FingerRequest.PLAIN);

        assertThat(measured.nfiq()).isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "iso19794p2v2005,ISO_19794_2_2005",
        "iso19794p2v2011,ISO_19794_2_2011",
        "ansi378v2004,ANSI_378_2004",
        "ansi378v2009,ANSI_378_2009",
        "ansi378v2009am1,ANSI_378_2009_AM1"
    })
    void importsTheSampleOfEachStandard(String name, InterchangeFormat format) {
        FingerImport result =
                new FingerImporter()
                        .read(bytes(RECORDS.resolve(name).resolve(name + "-sample.dat")));

        assertThat(result).isInstanceOf(Imported.class);
        assertThat(((Imported) result).format()).isEqualTo(format);
        assertThat(((Imported) result).fingers())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.minutiae()).isGreaterThanOrEqualTo(8));
    }

    /** Half of the smallest database; its floor is far below the measured accuracy. */
    @Test
    void reachesItsAccuracyOnAnOpticalSensor() {
        List<List<FingerTemplate>> fingers = new ArrayList<>();
        for (int finger = 101; finger <= 105; finger++) {
            List<FingerTemplate> impressions = new ArrayList<>();
            for (int impression = 1; impression <= 4; impression++) {
                impressions.add(
                        template(FVC.resolve("DB2_B/" + finger + "_" + impression + ".tif")));
            }
            fingers.add(impressions);
        }

        OperatingPoint at3000 = rates(fingers).at(3000);

        assertThat(at3000.falseMatches().rate()).isLessThanOrEqualTo(0.01);
        assertThat(at3000.falseNonMatches().rate()).isLessThan(0.1);
    }

    private ErrorRates rates(List<List<FingerTemplate>> fingers) {
        List<Double> genuine = new ArrayList<>();
        List<Double> impostor = new ArrayList<>();
        List<FingerTemplate> all = fingers.stream().flatMap(List::stream).toList();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                boolean same = i / fingers.get(0).size() == j / fingers.get(0).size();
                (same ? genuine : impostor).add(matcher.compare(all.get(i), all.get(j)).score());
            }
        }
        return new ErrorRates(array(genuine.stream()), array(impostor.stream()));
    }

    private static double[] array(Stream<Double> scores) {
        return scores.mapToDouble(Double::doubleValue).toArray();
    }
}
