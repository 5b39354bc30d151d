package dev.selfsame.server.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.selfsame.server.admission.UploadBudget;
import dev.selfsame.server.body.BodyLimits;
import dev.selfsame.server.json.JsonValue.LongText;
import dev.selfsame.server.json.JsonValue.Members;
import dev.selfsame.server.json.JsonValue.Nothing;
import dev.selfsame.server.json.JsonValue.Text;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;

final class JsonReaderTest {

    private static final JsonLimits LIMITS =
            new JsonLimits(new BodyLimits(400_000, Duration.ofSeconds(10)), 200_000);

    private final UploadBudget budget =
            new UploadBudget(1_000_000, () -> Duration.ofSeconds(3), new SimpleMeterRegistry());
    private final JsonReader reader = new JsonReader(LIMITS, budget);

    @Test
    void keepsShortTextsAndTurnsLongOnesIntoBytes() {
        byte[] picture = random(50_000);

        JsonValue value = read("{\"a\":\"x\",\"b\":\"" + base64(picture) + "\"}");

        assertThat(value).isInstanceOf(Members.class);
        Members members = (Members) value;
        assertThat(members.get("a")).isEqualTo(new Text("x"));
        assertThat(members.get("b")).isInstanceOf(LongText.class);
        assertThat(members.get("b").base64()).hasValue(picture);
    }

    @Test
    void escapesAnywhereInALongTextAreRead() {
        byte[] picture = random(30_000);
        Random random = new Random(20261121);
        for (int round = 0; round < 50; round++) {
            StringBuilder json = new StringBuilder("\"");
            for (char c : base64(picture).toCharArray()) {
                switch (random.nextInt(20)) {
                    case 0 -> json.append("\\u%04x".formatted((int) c));
                    case 1 -> json.append("\\r\\n").append(c == '/' ? "\\/" : c);
                    default -> json.append(c == '/' ? "\\/" : c);
                }
            }

            assertThat(read(json.append('"').toString()).base64()).hasValue(picture);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4093, 4094, 4095, 4096, 4097, 12_288, 16_383, 16_384, 16_385})
    void textsOfEveryLengthGiveTheirBytes(int length) {
        byte[] bytes = random(length);
        String quoted = "\"" + base64(bytes) + "\"";

        if (length == 0) {
            assertThat(read(quoted).base64()).isEmpty();
        } else {
            assertThat(read(quoted).base64()).hasValue(bytes);
        }
    }

    @Test
    void holdsTheBytesThatItKeepsAndGivesThemBack() {
        byte[] picture = random(90_000);
        byte[] body = ("\"" + base64(picture) + "\"").getBytes(UTF_8);

        try (JsonBody read = reader.read(body.length, new ByteArrayInputStream(body))) {
            assertThat(read.value().base64()).hasValue(picture);
            assertThat(budget.usedBytes()).isEqualTo(90_000);
        }

        assertThat(budget.usedBytes()).isZero();
    }

    @Test
    void paysForTextsWhileTheyArrive() {
        byte[] body = ("\"" + "A".repeat(100_000) + "\"").getBytes(UTF_8);
        long[] most = {0};
        InputStream watched =
                new FilterInputStream(new ByteArrayInputStream(body)) {
                    @Override
                    public int read(byte[] target, int offset, int length) throws IOException {
                        most[0] = Math.max(most[0], budget.usedBytes());
                        return super.read(target, offset, length);
                    }
                };

        reader.read(-1, watched).close();

        assertThat(most[0]).isBetween(200_000L, 240_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void tellsTheEncodingByTheFirstBytes(String name) {
        Charset charset = Charset.forName(name);
        for (String mark : new String[] {"", "\uFEFF"}) {
            byte[] body = (mark + "{\"a\":\"ação\"}").getBytes(charset);

            JsonValue value = reader.read(-1, new ByteArrayInputStream(body)).value();

            assertThat(((Members) value).get("a")).isEqualTo(new Text("ação"));
        }
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertRefused("{\"a\":\"a\u00E7\"}".getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "\"",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1}{",
                "{\"a\":1}x",
                "{'a':1}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\u0001\"}",
                "{\"a\":1,\"a\":1}",
                "// x\n{}",
                "undefined"
            })
    void refusesWhatIsNoJson(String body) {
        assertRefused(body.getBytes(UTF_8));
    }

    @Test
    void refusesWhatIsDeepOrLongOrOfManyPieces() {
        assertRefused("[".repeat(17).getBytes(UTF_8));
        assertRefused(("[" + "1,".repeat(6000) + "1]").getBytes(UTF_8));
        assertRefused(("{\"" + "n".repeat(300) + "\":1}").getBytes(UTF_8));
        assertRefused("1".repeat(400).getBytes(UTF_8));
    }

    @Test
    void refusesWhatIsTooLarge() {
        String picture = "\"" + "A".repeat(280_000) + "\"";

        assertThat(problem(picture.getBytes(UTF_8)).kind()).isEqualTo(ProblemKind.TOO_LARGE);
        assertThat(problem(" ".repeat(400_001).getBytes(UTF_8)).kind())
                .isEqualTo(ProblemKind.TOO_LARGE);
        assertThat(budget.usedBytes()).isZero();
    }

    @Test
    void refusesByTheAnnouncedLength() {
        Problem problem =
                catchThrowableOfType(
                        Problem.class, () -> reader.read(400_001, InputStream.nullInputStream()));

        assertThat(problem.kind()).isEqualTo(ProblemKind.TOO_LARGE);
    }

    @Test
    void isBusyWhereOthersHoldTheMemory() {
        try (UploadBudget.Lease others = budget.lease()) {
            others.reserve(900_000);
            Problem problem = problem(("\"" + "A".repeat(200_000) + "\"").getBytes(UTF_8));

            assertThat(problem.kind()).isEqualTo(ProblemKind.BUSY);
            assertThat(budget.usedBytes()).isEqualTo(900_000);
        }
    }

    @Test
    void aBodyThatStallsIsCut() {
        InputStream stalled =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new SocketTimeoutException("stalled");
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) throws IOException {
                        return read();
                    }
                };

        Problem problem = catchThrowableOfType(Problem.class, () -> reader.read(10, stalled));

        assertThat(problem.getMessage()).contains("too slowly");
    }

    @Test
    void nothingIsAllowedWhereARouteSaysSo() {
        assertThat(reader.readOrNothing(0, InputStream.nullInputStream()).value())
                .isEqualTo(new Nothing());
    }

    @Test
    void showsNothingOfItsContent() {
        JsonValue value = read("{\"CustomID\":\"secret\",\"a\":[\"secret\",12345]}");

        assertThat(value.toString()).doesNotContain("secret", "12345", "CustomID");
    }

    private JsonValue read(String body) {
        byte[] bytes = body.getBytes(UTF_8);
        try (JsonBody read = reader.read(bytes.length, new ByteArrayInputStream(bytes))) {
            return read.value();
        }
    }

    private void assertRefused(byte[] body) {
        Problem problem = problem(body);

        assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID_REQUEST);
        assertThat(problem.getMessage())
                .isEqualTo("the body is not well-formed JSON or ended early");
        assertThat(budget.usedBytes()).isZero();
    }

    private Problem problem(byte[] body) {
        return catchThrowableOfType(
                Problem.class, () -> reader.read(-1, new ByteArrayInputStream(body)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
