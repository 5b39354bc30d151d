package dev.selfsame.server.multipart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.selfsame.server.admission.UploadBudget;
import dev.selfsame.server.body.BodyLimits;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import java.util.Set;

final class MultipartReaderTest {

    private static final String TYPE = "multipart/mixed; boundary=XX";
    private static final PartNames NAMES = new PartNames(Set.of("image"), Set.of("type", "id"));
    private static final MultipartLimits LIMITS =
            new MultipartLimits(new BodyLimits(20_000, Duration.ofSeconds(10)), 8_000, 100, 5);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final UploadBudget budget =
            new UploadBudget(50_000, () -> Duration.ofSeconds(3), meters);
    private final MultipartReader reader = new MultipartReader(LIMITS, budget);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Disposition: form-data; name=\"type\"",
                "Content-Disposition: form-data; name=type",
                "Content-Disposition: attachment; name=\"type\"; filename=\"t.txt\"",
                "content-disposition:attachment;filename=\"a;name=b.txt\";name=\"type\"",
                "CONTENT-DISPOSITION: Form-Data;\r\n name=\"type\"",
                "Content-Type: application/octet-stream\r\nContent-Disposition: x; NAME=\"type\""
            })
    void readsTheNameOfAnyDisposition(String headers) {
        try (Parts parts = read("--XX\r\n" + headers + "\r\n\r\nSELFIE\r\n--XX--\r\n")) {
            assertThat(parts.text("type")).hasValue("SELFIE");
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "SELFIE,SELFIE",
                "' SELFIE\n',SELFIE",
                "'\"SELFIE\"',SELFIE",
                "'\r\n\"SELFIE\" \r\n',SELFIE",
                "'\uFEFFSELFIE',SELFIE",
                "'',''",
                "'\"',\"",
                "Müller,Müller",
                "'{\"a\":\"b\"}','{\"a\":\"b\"}'"
            })
    void readsValuesWithoutWhiteSpaceAndQuotes(String sent, String value) {
        try (Parts parts = read(part("type", sent) + "--XX--")) {
            assertThat(parts.text("type")).hasValue(value);
        }
    }

    @Test
    void readsTheCharsetOfAPart() {
        String body =
                String.join(
                        "\r\n",
                        "--XX",
                        "Content-Disposition: form-data; name=\"id\"",
                        "Content-Type: text/plain; charset=ISO-8859-1",
                        "",
                        "M\u00FCller",
                        "--XX--");

        try (Parts parts = read(TYPE, body.getBytes(StandardCharsets.ISO_8859_1))) {
            assertThat(parts.text("id")).hasValue("Müller");
        }
    }

    @Test
    void readsTransferEncodedParts() {
        String body =
                "--XX\r\nContent-Disposition: form-data; name=\"image\"\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\nAAEC\r\n/w==\r\n--XX--";

        try (Parts parts = read(body)) {
            assertThat(parts.file("image").orElseThrow()).containsExactly(0, 1, 2, -1);
        }
    }

    @Test
    void keepsEveryByteOfAFile() {
        byte[] file = new byte[7_000];
        new Random(1).nextBytes(file);
        byte[] nearBoundary = "\r\n--X\r\n--X X\r\n--".getBytes(US_ASCII);
        System.arraycopy(nearBoundary, 0, file, 3_000, nearBoundary.length);

        try (Parts parts = read(TYPE, join(header("image"), file, "\r\n--XX--\r\n"))) {
            assertThat(parts.file("image").orElseThrow()).isEqualTo(file);
        }
    }

    @Test
    void skipsUnknownPartsPreambleAndEpilogue() {
        String body =
                "preamble\r\n"
                        + part("other", "x".repeat(9_000))
                        + part("type", "A")
                        + "--XX--\r\nend";

        try (Parts parts = read(body)) {
            assertThat(parts.text("type")).hasValue("A");
            assertThat(parts.text("other")).isEmpty();
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "application/json",
                "multipart/related; boundary=XX",
                "multipart/mixed",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"\"",
                "multipart/form-data;",
                ";;;==\"",
                "multipart/form-data;"
                        + " boundary=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                        + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void refusesOtherContentTypes(@Nullable String contentType) {
        assertThat(refusal(contentType, part("type", "A") + "--XX--").kind())
                .isEqualTo(ProblemKind.INVALID_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no boundary at all",
                "--XX--\r\n",
                "--XX\r\n",
                "--XX\r\nContent-Disposition: form-data; name=\"type\"",
                "--XX\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\n",
                "--XX\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\nSELF",
                "--XX\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\nSELFIE\r\n--X",
                "--XX\r\nContent-Disposition: form-data\r\n\r\nA\r\n--XX--",
                "--XX\r\nContent-Disposition: form-data; name=\"\"\r\n\r\nA\r\n--XX--",
                "--XX\r\nContent-Type: text/plain\r\n\r\nA\r\n--XX--",
                "--XX\r\n\r\nA\r\n--XX--",
                "--XX\r\nContent-Disposition: form-data; name=\"type\"\r\n"
                        + "Content-Type: text/plain; charset=nonsense\r\n\r\nA\r\n--XX--",
                "--XX\r\nContent-Disposition: form-data; name=\"image\"\r\n"
                        + "Content-Type: multipart/mixed; boundary=YY\r\n\r\n"
                        + "--YY\r\n\r\nA\r\n--YY--\r\n--XX--"
            })
    void refusesMalformedBodies(String body) {
        assertThat(refusal(TYPE, body).kind()).isEqualTo(ProblemKind.INVALID_REQUEST);
    }

    @Test
    void refusesTextThatIsNotInItsCharset() {
        byte[] body = join(header("type"), new byte[] {(byte) 0xC3, 0x28}, "\r\n--XX--");

        Problem problem = catchThrowableOfType(Problem.class, () -> read(TYPE, body));
        assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID_REQUEST);
        assertThat(problem).hasMessageStartingWith("type:");
    }

    @Test
    void refusesAPartThatWasSentTwice() {
        Problem problem = refusal(TYPE, part("type", "A") + part("type", "A") + "--XX--");

        assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID_REQUEST);
        assertThat(problem).hasMessageStartingWith("type:");
    }

    @Test
    void refusesTooManyParts() {
        assertThat(refusal(TYPE, part("x", "").repeat(6) + "--XX--").kind())
                .isEqualTo(ProblemKind.INVALID_REQUEST);
    }

    @Test
    void refusesLongHeaders() {
        String header = "X: " + "x".repeat(9_000) + "\r\n";

        assertThat(refusal(TYPE, "--XX\r\n" + header + "\r\nA\r\n--XX--").kind())
                .isEqualTo(ProblemKind.INVALID_REQUEST);
        assertThat(refusal(TYPE, "--XX\r\n" + "X: x\r\n".repeat(40) + "\r\nA\r\n--XX--").kind())
                .isEqualTo(ProblemKind.INVALID_REQUEST);
    }

    @ParameterizedTest
    @CsvSource({"type,101", "image,8001", "other,20001"})
    void refusesWhatIsTooLarge(String name, int bytes) {
        assertThat(refusal(TYPE, part(name, "x".repeat(bytes)) + "--XX--").kind())
                .isEqualTo(ProblemKind.TOO_LARGE);
    }

    @Test
    void refusesAnnouncedSizeBeforeReading() {
        Problem problem =
                catchThrowableOfType(
                        Problem.class, () -> reader.read(TYPE, 20_001, untouchable(), NAMES));
        assertThat(problem.kind()).isEqualTo(ProblemKind.TOO_LARGE);
    }

    @Test
    void refusesSlowBodies() {
        InputStream stalled =
                new InputStream() {
                    @Override
                    public int read() throws SocketTimeoutException {
                        throw new SocketTimeoutException();
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length)
                            throws SocketTimeoutException {
                        throw new SocketTimeoutException();
                    }
                };

        Problem problem =
                catchThrowableOfType(Problem.class, () -> reader.read(TYPE, -1, stalled, NAMES));
        assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID_REQUEST);
        assertThat(problem).hasMessageContaining("slowly");
    }

    @Test
    void isBusyWhileOthersHoldTheBudget() {
        byte[] body = (part("other", "x".repeat(17_000)) + "--XX--").getBytes(US_ASCII);
        try (Parts one = read(TYPE, body);
                Parts two = read(TYPE, body)) {
            assertThat(one.text("type")).isEqualTo(two.text("type"));
            Problem problem = catchThrowableOfType(Problem.class, () -> read(TYPE, body));
            assertThat(problem.kind()).isEqualTo(ProblemKind.BUSY);
            assertThat(problem.retryAfter()).hasValue(Duration.ofSeconds(3));
            assertThat(refusals()).isEqualTo(1);
        }
        assertThat(budget.usedBytes()).isZero();
    }

    @Test
    void refusesBeforeReadingWhatWouldNotFitNow() {
        byte[] body = (part("other", "x".repeat(17_000)) + "--XX--").getBytes(US_ASCII);
        try (Parts one = read(TYPE, body);
                Parts two = read(TYPE, body)) {
            assertThat(one.text("type")).isEqualTo(two.text("type"));
            Problem problem =
                    catchThrowableOfType(
                            Problem.class, () -> reader.read(TYPE, 15_000, untouchable(), NAMES));
            assertThat(problem.kind()).isEqualTo(ProblemKind.BUSY);
            assertThat(refusals()).isEqualTo(1);
        }
    }

    @Test
    void holdsNoMoreThanWhatHasArrived() {
        byte[] whole = (part("other", "x".repeat(19_000)) + "--XX--").getBytes(US_ASCII);
        Queue<Long> held = new ArrayDeque<>();
        InputStream slow =
                new FilterInputStream(new ByteArrayInputStream(whole)) {
                    @Override
                    public int read(byte[] target, int offset, int length) throws IOException {
                        held.add(budget.usedBytes());
                        return super.read(target, offset, Math.min(length, 1_000));
                    }
                };

        reader.read(TYPE, whole.length, slow, NAMES).close();

        assertThat(held).startsWith(0L, 16_384L).endsWith(20_000L);
    }

    @Test
    void countsBodiesThatNeverFitAsRefused() {
        UploadBudget tiny = new UploadBudget(100, () -> Duration.ofSeconds(3), meters);
        MultipartReader small = new MultipartReader(LIMITS, tiny);

        Problem problem =
                catchThrowableOfType(
                        Problem.class, () -> small.read(TYPE, 101, untouchable(), NAMES));

        assertThat(problem.kind()).isEqualTo(ProblemKind.TOO_LARGE);
        assertThat(refusals()).isEqualTo(1);
    }

    @Test
    void givesTheBudgetBackAfterARefusal() {
        assertThat(refusal(TYPE, part("type", "A")).kind()).isEqualTo(ProblemKind.INVALID_REQUEST);
        assertThat(budget.usedBytes()).isZero();
    }

    private double refusals() {
        return meters.counter("selfsame.uploads.refused").count();
    }

    private static InputStream untouchable() {
        return new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                throw new AssertionError("read");
            }
        };
    }

    private Problem refusal(@Nullable String contentType, String body) {
        return catchThrowableOfType(
                Problem.class,
                () -> read(contentType, body.getBytes(StandardCharsets.UTF_8)).close());
    }

    private Parts read(String body) {
        return read(TYPE, body.getBytes(StandardCharsets.UTF_8));
    }

    private Parts read(@Nullable String contentType, byte[] body) {
        return reader.read(contentType, -1, new ByteArrayInputStream(body), NAMES);
    }

    private static String part(String name, String value) {
        return header(name) + value + "\r\n";
    }

    private static String header(String name) {
        return "--XX\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n";
    }

    private static byte[] join(String before, byte[] content, String after) {
        byte[] head = before.getBytes(StandardCharsets.UTF_8);
        byte[] tail = after.getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[head.length + content.length + tail.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(content, 0, whole, head.length, content.length);
        System.arraycopy(tail, 0, whole, head.length + content.length, tail.length);
        return whole;
    }
}
