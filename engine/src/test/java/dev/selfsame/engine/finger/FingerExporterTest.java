package dev.selfsame.engine.finger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.machinezoo.fingerprintio.TemplateFormat;
import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004Template;
import com.machinezoo.fingerprintio.ansi378v2009.Ansi378v2009Template;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Fingerprint;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Template;
import com.machinezoo.fingerprintio.iso19794p2v2011.Iso19794p2v2011Template;
import com.machinezoo.sourceafis.FingerprintCompatibility;

import dev.selfsame.engine.finger.FingerImport.Imported;
import dev.selfsame.engine.template.BrokenTemplateException;
import dev.selfsame.engine.template.FingerTemplate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;

/** Records of drawn fingers, read back strictly by two readers. */
final class FingerExporterTest {

    private static final CBORMapper CBOR = new CBORMapper();

    private final FingerExporter exporter = new FingerExporter();
    private final FingerMatcher matcher = new FingerMatcher();

    private byte[] record(FingerTemplate template, InterchangeFormat format) {
        return exporter.write(template, format, FingerDetails.UNKNOWN);
    }

    private static Imported imported(byte[] record) {
        return (Imported) new FingerImporter().read(record);
    }

    /** The template with some of its properties put in the place of others. */
    private static FingerTemplate altered(FingerTemplate template, String property, JsonNode value)
            throws IOException {
        ObjectNode tree = (ObjectNode) CBOR.readTree(template.minutiae());
        tree.set(property, value);
        return SerializedMinutiae.template(CBOR.writeValueAsBytes(tree));
    }

    private static JsonNode property(FingerTemplate template, String name) throws IOException {
        return CBOR.readTree(template.minutiae()).get(name);
    }

    @ParameterizedTest
    @EnumSource(InterchangeFormat.class)
    void isReadBackAsTheSameMinutiae(InterchangeFormat format) throws IOException {
        FingerTemplate original = DrawnTemplates.of(3);

        Imported back = imported(record(original, format));

        assertThat(back.format()).isEqualTo(format);
        assertThat(back.fingers()).hasSize(1);
        assertThat(back.fingers().get(0).position()).isEqualTo(FingerPosition.UNKNOWN);
        FingerTemplate read = back.fingers().get(0).template();
        for (String same : new String[] {"width", "height", "positionsX", "positionsY", "types"}) {
            assertThat(property(read, same)).as(same).isEqualTo(property(original, same));
        }
        double unit = format.name().startsWith("ISO") ? 360 / 256.0 : 2;
        for (int i = 0; i < back.fingers().get(0).minutiae(); i++) {
            double turned =
                    Math.toDegrees(
                            property(read, "directions").get(i).asDouble()
                                    - property(original, "directions").get(i).asDouble());
            assertThat(Math.abs(Math.IEEEremainder(turned, 360))).isLessThanOrEqualTo(1.01 * unit);
        }
    }

    @ParameterizedTest
    @EnumSource(InterchangeFormat.class)
    void matchesTheOriginalAndItsPartnerAsTheOriginalDoes(InterchangeFormat format) {
        FingerTemplate original = DrawnTemplates.of(4);
        FingerTemplate partner = DrawnTemplates.of(4, 12, 9, -6, 20);

        FingerTemplate back = imported(record(original, format)).fingers().get(0).template();

        double own = matcher.compare(original, partner).score();
        assertThat(matcher.compare(back, original).value()).isLessThan(1e-15);
        assertThat(matcher.compare(back, partner).score()).isCloseTo(own, within(0.1 * own));
        assertThat(matcher.compare(back, DrawnTemplates.of(5)).value()).isGreaterThan(1e-4);
    }

    /** Its author's own writer is the reference for directions and types. */
    @Test
    void agreesWithTheWriterOfSourceAfis() {
        FingerTemplate template = DrawnTemplates.of(6);
        var theirs =
                new Iso19794p2v2005Template(
                        FingerprintCompatibility.exportTemplates(
                                TemplateFormat.ISO_19794_2_2005,
                                SerializedMinutiae.open(template)));
        Iso19794p2v2005Fingerprint expected = theirs.fingerprints.get(0);

        var ours =
                new Iso19794p2v2005Template(record(template, InterchangeFormat.ISO_19794_2_2005));

        assertThat(ours.width).isCloseTo(theirs.width, within(1));
        assertThat(ours.height).isCloseTo(theirs.height, within(1));
        assertThat(ours.fingerprints.get(0).minutiae).hasSameSizeAs(expected.minutiae);
        for (int i = 0; i < expected.minutiae.size(); i++) {
            var minutia = ours.fingerprints.get(0).minutiae.get(i);
            assertThat(minutia.type).isEqualTo(expected.minutiae.get(i).type);
            assertThat(minutia.positionX).isCloseTo(expected.minutiae.get(i).positionX, within(1));
            assertThat(minutia.positionY).isCloseTo(expected.minutiae.get(i).positionY, within(1));
            assertThat(Math.IEEEremainder(minutia.angle - expected.minutiae.get(i).angle, 256))
                    .isBetween(-1.0, 1.0);
        }
    }

    @ParameterizedTest
    @EnumSource(InterchangeFormat.class)
    void statesWhichFingerItIs(InterchangeFormat format) {
        for (FingerPosition position : FingerPosition.values()) {
            byte[] record =
                    exporter.write(DrawnTemplates.of(1), format, FingerDetails.of(position));

            assertThat(imported(record).fingers().get(0).position()).isEqualTo(position);
        }
    }

    @Test
    void statesTheQualityAsEachFormatCan() {
        FingerTemplate template = DrawnTemplates.of(1);
        FingerDetails details = new FingerDetails(FingerPosition.LEFT_THUMB, 73);

        assertThat(iso2005(template, details).quality).isEqualTo(73);
        assertThat(iso2005(template, FingerDetails.UNKNOWN).quality).isEqualTo(50);
        assertThat(
                        new Ansi378v2004Template(
                                        exporter.write(
                                                template, InterchangeFormat.ANSI_378_2004, details))
                                .fingerprints.get(0).quality)
                .isEqualTo(73);
        assertThat(ansi2009(template, details)).isEqualTo(73);
        assertThat(ansi2009(template, FingerDetails.UNKNOWN)).as("not reported").isEqualTo(254);
        assertThat(
                        new Iso19794p2v2011Template(
                                        exporter.write(
                                                template,
                                                InterchangeFormat.ISO_19794_2_2011,
                                                FingerDetails.UNKNOWN))
                                .fingerprints.get(0).qrecords)
                .isEmpty();
    }

    private int ansi2009(FingerTemplate template, FingerDetails details) {
        byte[] record = exporter.write(template, InterchangeFormat.ANSI_378_2009, details);
        return new Ansi378v2009Template(record).fingerprints.get(0).quality;
    }

    private Iso19794p2v2005Fingerprint iso2005(FingerTemplate template, FingerDetails details) {
        byte[] record = exporter.write(template, InterchangeFormat.ISO_19794_2_2005, details);
        return new Iso19794p2v2005Template(record).fingerprints.get(0);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "90,64", "180,128", "359.9,0"})
    void roundsAnglesToTheNearestUnit(double degrees, int expected) {
        assertThat(new Minutia(0, 0, degrees, true).angle(256)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(InterchangeFormat.class)
    void keepsMadeUpPositionsWithinTheRecord(InterchangeFormat format) throws IOException {
        FingerTemplate template = DrawnTemplates.of(1);
        int count = property(template, "types").asText().length();
        var positions = CBOR.createArrayNode();
        positions.add(-5).add(9_000);
        for (int i = 2; i < count; i++) {
            positions.add(100 + i);
        }

        byte[] record =
                record(
                        altered(
                                altered(template, "positionsX", positions),
                                "width",
                                CBOR.getNodeFactory().numberNode(0)),
                        format);

        assertThat(imported(record).fingers().get(0).minutiae()).isEqualTo(count - 1);
    }

    @Test
    void refusesTemplatesWithoutReadableMinutiae() throws IOException {
        FingerTemplate template = DrawnTemplates.of(1);
        FingerTemplate unequal = altered(template, "positionsX", CBOR.createArrayNode());
        FingerTemplate noise = SerializedMinutiae.template(new byte[] {1, 2, 3});
        FingerTemplate foreign = new FingerTemplate("OTHER", 1, template.minutiae());

        for (FingerTemplate broken : new FingerTemplate[] {unequal, noise, foreign}) {
            assertThatThrownBy(() -> record(broken, InterchangeFormat.ISO_19794_2_2005))
                    .isInstanceOf(BrokenTemplateException.class);
        }
    }

    @Test
    void refusesAQualityBeyondTheScale() {
        assertThatThrownBy(() -> new FingerDetails(FingerPosition.UNKNOWN, 101))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FingerDetails(FingerPosition.UNKNOWN, -2))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
