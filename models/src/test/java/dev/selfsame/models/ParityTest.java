package dev.selfsame.models;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;

import com.fasterxml.jackson.databind.JsonNode;

import dev.selfsame.models.testing.OnnxFile;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The converted networks answer what the originals answer in TensorFlow.js. */
class ParityTest {

    /** Largest difference allowed, as a share of the largest value of the output. */
    private static final double TOLERANCE = 1e-4;

    static Stream<Arguments> everyNetworkAndPicture() {
        return BuiltPack.networks().stream()
                .flatMap(
                        network ->
                                Stream.of(GoldenPicture.values())
                                        .map(picture -> Arguments.of(network, picture)));
    }

    @ParameterizedTest
    @MethodSource("everyNetworkAndPicture")
    void answersAsTheOriginal(JsonNode network, GoldenPicture picture) throws OrtException {
        JsonNode golden = golden(network, picture).path("outputs");
        Map<String, float[]> outputs = run(network, picture);

        assertThat(outputs.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        golden.propertyStream().map(Map.Entry::getKey).toList());
        golden.properties()
                .forEach(
                        expected ->
                                assertThat(
                                                difference(
                                                        expected.getValue(),
                                                        outputs.getOrDefault(
                                                                expected.getKey(), new float[0])))
                                        .as(expected.getKey())
                                        .isLessThanOrEqualTo(TOLERANCE));
    }

    private static Map<String, float[]> run(JsonNode network, GoldenPicture picture)
            throws OrtException {
        JsonNode input = network.path("input");
        try (OnnxFile file = new OnnxFile(BuiltPack.file(network.path("file").asText()))) {
            return file.run(
                    picture.prepared(input),
                    1,
                    input.path("height").asInt(),
                    input.path("width").asInt(),
                    3);
        }
    }

    private static JsonNode golden(JsonNode network, GoldenPicture picture) {
        return BuiltPack.json(
                "/golden/"
                        + network.path("name").asText()
                        + "-"
                        + picture.name().toLowerCase(Locale.ROOT)
                        + ".json");
    }

    /** Over the stored values, and for outputs too long to store over their sum. */
    private static double difference(JsonNode golden, float[] actual) {
        assertThat(actual).hasSize(golden.path("length").asInt());
        int stride = golden.path("stride").asInt();
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < golden.path("values").size(); i++) {
            double expected = golden.path("values").path(i).asDouble();
            largest = Math.max(largest, Math.abs(expected));
            difference = Math.max(difference, Math.abs(expected - actual[i * stride]));
        }
        double sum = 0;
        for (float value : actual) {
            sum += value;
        }
        double meanDifference = Math.abs(golden.path("sum").asDouble() - sum) / actual.length;
        return Math.max(difference, meanDifference) / largest;
    }
}
