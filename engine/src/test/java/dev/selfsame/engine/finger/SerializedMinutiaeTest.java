package dev.selfsame.engine.finger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;

import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.template.BrokenTemplateException;
import dev.selfsame.engine.template.FingerTemplate;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Hostile content of finger templates is refused, whatever it is, and costs nothing. */
final class SerializedMinutiaeTest {

    private static final CBORMapper CBOR = new CBORMapper();

    private static Map<String, Object> minutiae(int count) {
        short[] positions = new short[count];
        for (int i = 0; i < count; i++) {
            positions[i] = (short) (10 + 7 * i % 900);
        }
        Map<String, Object> map = new HashMap<>();
        map.put("version", "3.18-java");
        map.put("width", (short) 400);
        map.put("height", (short) 400);
        map.put("positionsX", positions);
        map.put("positionsY", positions.clone());
        map.put("directions", new float[count]);
        map.put("types", "E".repeat(count));
        return map;
    }

    private static FingerTemplate template(Object content) throws IOException {
        return SerializedMinutiae.template(CBOR.writeValueAsBytes(content));
    }

    private static void assertRefused(FingerTemplate template) {
        assertThatThrownBy(() -> SerializedMinutiae.open(template))
                .isInstanceOf(BrokenTemplateException.class);
    }

    @Test
    void countsTheMinutiae() throws IOException {
        assertThat(SerializedMinutiae.count(template(minutiae(31)).minutiae())).isEqualTo(31);
    }

    @Test
    void opensTheLargestThatIsAllowedAndRefusesOneMore() throws IOException {
        assertThat(SerializedMinutiae.open(template(minutiae(255))).toByteArray()).isNotEmpty();
        assertRefused(template(minutiae(256)));
        assertRefused(template(minutiae(5000)));
    }

    @Test
    void refusesTypesAsBytesWhichWouldBeReadAsText() throws IOException {
        Map<String, Object> map = minutiae(4000);
        map.put("types", Base64.getDecoder().decode("E".repeat(4000)));

        assertRefused(template(map));
    }

    @Test
    void refusesPropertiesOfUnequalLengthAndMissingOnes() throws IOException {
        for (String property : List.of("positionsX", "positionsY", "directions", "types")) {
            Map<String, Object> shorter = minutiae(20);
            shorter.put(property, minutiae(19).get(property));
            assertRefused(template(shorter));
            Map<String, Object> without = minutiae(20);
            without.remove(property);
            assertRefused(template(without));
        }
    }

    @Test
    void refusesValuesOutOfRange() throws IOException {
        Map<String, Object> far = minutiae(1);
        far.put("positionsX", new short[] {10_001});
        assertRefused(template(far));
        Map<String, Object> nowhere = minutiae(1);
        nowhere.put("directions", new float[] {Float.NaN});
        assertRefused(template(nowhere));
        Map<String, Object> unknown = minutiae(1);
        unknown.put("types", "X");
        assertRefused(template(unknown));
    }

    @Test
    void refusesOtherShapes() throws IOException {
        Map<String, Object> deep = minutiae(1);
        deep.put("version", List.of(List.of(List.of())));
        assertRefused(template(deep));
        assertRefused(template(List.of(1, 2, 3)));
        assertRefused(template("types"));
        assertRefused(template(Map.of()));
        byte[] whole = template(minutiae(10)).minutiae();
        byte[] twice = Arrays.copyOf(whole, 2 * whole.length);
        System.arraycopy(whole, 0, twice, whole.length, whole.length);
        assertRefused(SerializedMinutiae.template(twice));
    }

    @Test
    void refusesInterchangeRecordsInPlaceOfItsOwn() {
        assertRefused(SerializedMinutiae.template(new byte[] {'F', 'M', 'R', 0, ' ', '2', '0', 0}));
    }

    @Test
    void comparesOrRefusesWhateverBitsAreFlipped() {
        Random random = new Random(7);
        FingerTemplate good = DrawnTemplates.of(1);
        FingerMatcher matcher = new FingerMatcher();
        int refused = 0;
        for (int round = 0; round < 400; round++) {
            byte[] bytes = Mutations.of(good.minutiae(), random);
            try {
                Fmr fmr = matcher.compare(good, SerializedMinutiae.template(bytes));
                assertThat(fmr.value()).isBetween(Fmr.SMALLEST, 1.0);
            } catch (BrokenTemplateException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(100);
    }
}
