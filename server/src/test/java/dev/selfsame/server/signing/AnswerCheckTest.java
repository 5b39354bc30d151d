package dev.selfsame.server.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;

import dev.selfsame.server.signing.AnswerOutcome.AsSent;
import dev.selfsame.server.signing.AnswerOutcome.Reformatted;
import dev.selfsame.server.signing.AnswerOutcome.Refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** Answers as they were sent, as tools write them anew, and as somebody alters them. */
final class AnswerCheckTest {

    private static final String UNSIGNED =
            "{\"reference\":{\"mode\":\"M\",\"quality\":101},\"score\":4000.5,"
                    + "\"falseAcceptanceRate\":7.3E-7,\"correlationId\":\"Jürgen \\\"x\\\"\"}";
    private static final SigningKey KEY =
            new SigningKeyMaker(Clock.systemUTC())
                    .make(new SigningOptions(SigningAlgorithm.ES256, 2048));
    private static final AnswerCheck CHECK =
            new AnswerCheck(
                    SignatureCheck.of(
                            List.of(
                                    new VerifyingKey(
                                            KEY.kid(),
                                            KEY.algorithm(),
                                            KEY.certificate().getPublicKey()))));

    private final String jws = jws(UNSIGNED, false);
    private final String detached = jws(UNSIGNED, true);

    @Test
    void acceptsAnAnswerAsItWasSent() {
        assertThat(CHECK.check(with(UNSIGNED, jws))).isEqualTo(new AsSent(KEY.kid()));
        assertThat(CHECK.check(with(UNSIGNED, detached))).isEqualTo(new AsSent(KEY.kid()));
    }

    @Test
    void tellsAFormattedAnswerFromAnAlteredOne() {
        String pretty = with(UNSIGNED, jws).replace(",\"", ",\r\n  \"").replace("\":", "\" : ");
        String reordered =
                "{\"signature\":\""
                        + jws
                        + "\",\"falseAcceptanceRate\":0.00000073,\"score\":4000.50,"
                        + "\"correlationId\":\"J\\u00fcrgen \\u0022x\\u0022\","
                        + "\"reference\":{\"quality\":1.01e2,\"mode\":\"M\"}}";

        assertThat(CHECK.check(pretty)).isEqualTo(new Reformatted(KEY.kid()));
        assertThat(CHECK.check(reordered)).isEqualTo(new Reformatted(KEY.kid()));
    }

    @Test
    void restoresTheBytesOfADetachedSignatureWhereTheOrderIsStillTheServers() {
        String pretty =
                with(UNSIGNED, detached).replace(",\"", ",\n\t\"").replace("7.3E-7", "7.3e-07");
        String reordered = "{\"score\":4000.5," + with(UNSIGNED, detached).substring(1);

        assertThat(CHECK.check(pretty)).isEqualTo(new Reformatted(KEY.kid()));
        assertThat(refused(reordered.replaceFirst(",\"score\":4000.5", "")))
                .contains("altered, or written anew by a tool");
    }

    @Test
    void saysWhatDiffers() {
        String altered =
                with(UNSIGNED, jws)
                        .replace("4000.5", "9000.5")
                        .replace("\"quality\":101", "\"quality~/\":[1]");

        assertThat(CHECK.check(altered))
                .isInstanceOfSatisfying(
                        Refused.class,
                        it -> {
                            assertThat(it.sentence()).startsWith("altered");
                            assertThat(it.differences())
                                    .containsExactly(
                                            "/reference/quality: 101 was signed, nothing is here",
                                            "/reference/quality~0~1: nothing was signed,"
                                                    + " [1] is here",
                                            "/score: 4000.5 was signed, 9000.5 is here");
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "101|102",
                "101|\"101\"",
                "101|null",
                "101|true",
                "101|[101]",
                "101|101.0000000000000000000000001",
                "101|1e400",
                "101|1e2147483647",
                "101|-1e-2147483647",
                "4000.5|-4000.5",
                "7.3E-7|7.3E-8",
                "Jürgen|Jurgen",
                "Jürgen|Ju\\u0308rgen",
                "\"mode\":\"M\",|",
                "\"score\"|\"Score\""
            })
    void refusesAnyOtherValue(String change) {
        String[] words = change.split("\\|", -1);
        String altered = UNSIGNED.replace(words[0], words[1]);
        assertThat(altered).isNotEqualTo(UNSIGNED);

        assertThat(refused(with(altered, jws))).startsWith("altered");
        assertThat(refused(with(altered, detached))).startsWith("altered");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"signature\":null}",
                "{\"signature\":{}}",
                "{\"signature\":\"\"}",
                "{\"signature\":\"..\"}",
                "{\"signature\":\"a..b\"}",
                "{\"a\":1,\"signature\":\"a.b.c\"}",
                "{\"a\":1,\"signature\":\"x\",\"signature\":\"y\"}",
                "{\"a\":{\"b\":1,\"b\":2},\"signature\":\"a.b.c\"}",
                "{\"a\":1} {}",
                "[]",
                "1",
                "",
                "{"
            })
    void refusesWhatIsNoSignedAnswer(String text) {
        assertThat(refused(text)).startsWith("it");
    }

    @Test
    void refusesASignatureThatWasMadeForSomethingElse() {
        assertThat(refused(with(UNSIGNED, jws("[]", false)))).startsWith("altered");
        assertThat(refused(with(UNSIGNED, jws("no JSON", false)))).contains("signs no answer");
        assertThat(refused(with(UNSIGNED, jws("{\"a\":1,\"a\":1}", false))))
                .contains("signs no answer");
        assertThat(refused(with("{\"signature\":\"x\"", jws))).startsWith("it is no JSON");
    }

    @Test
    void findsEachAnswerOfAFileAsItStandsThere() {
        String one = with(UNSIGNED, jws);
        String two = with("{\"a\":[{\"b\":\"]}\"}]}", jws("{\"a\":[{\"b\":\"]}\"}]}", false));

        assertThat(SignedFile.answers(utf8(one))).containsExactly(one);
        assertThat(SignedFile.answers(utf8("\n [" + one + " ,\n" + two + "]\r\n")))
                .containsExactly(one, two);
        assertThat(SignedFile.answers(utf8("[" + one + "," + two + "]")))
                .allSatisfy(it -> assertThat(CHECK.check(it)).isInstanceOf(AsSent.class));
    }

    @Test
    void readsWhatWindowsShellsWrite() {
        String one = with(UNSIGNED, jws);
        for (Charset charset :
                List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE)) {
            byte[] file = ("\uFEFF" + one + "\r\n").getBytes(charset);
            assertThat(SignedFile.answers(file)).containsExactly(one);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "\"x\"",
                "null",
                "[]",
                "[1]",
                "[{},1]",
                "[{}",
                "{}{}",
                "{},",
                "[[{}]]",
                "{\"a\":1,\"a\":2}",
                "{",
                "\u0000",
                "{}]",
                "[{}]]",
                "<html>"
            })
    void refusesFilesOfAnythingElse(String file) {
        assertThatThrownBy(() -> SignedFile.answers(utf8(file)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("it is ");
    }

    @Test
    void boundsDepthLengthAndEncoding() {
        for (byte[] file :
                List.of(
                        utf8("[".repeat(100_000)),
                        utf8("{\"a\":".repeat(1000) + "1" + "}".repeat(1000)),
                        utf8("{\"a\":" + "9".repeat(1000) + "}"),
                        new byte[] {'{', '"', (byte) 0xC3, '"', '}'},
                        new byte[SignedFile.MOST_BYTES + 1])) {
            assertThatThrownBy(() -> SignedFile.answers(file))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2147483648", "1e99999999999999999999", "-1e-99999999999"})
    void refusesNumbersThatNothingCanHold(String number) {
        for (String signature : List.of(jws, detached)) {
            assertThat(refused(with(UNSIGNED.replace("101", number), signature)))
                    .isEqualTo("it holds a number beyond all bounds");
        }
    }

    private static String refused(String answer) {
        AnswerOutcome outcome = CHECK.check(answer);
        assertThat(outcome).as(answer).isInstanceOf(Refused.class);
        return ((Refused) outcome).sentence();
    }

    private static String with(String unsigned, String jws) {
        return unsigned.substring(0, unsigned.length() - 1) + ",\"signature\":\"" + jws + "\"}";
    }

    private static String jws(String payload, boolean detached) {
        try {
            JWSObject jws =
                    new JWSObject(
                            new JWSHeader.Builder(KEY.algorithm().jws()).keyID(KEY.kid()).build(),
                            new Payload(utf8(payload)));
            jws.sign(new ECDSASigner(KEY.privateKey(), Curve.P_256));
            return jws.serialize(detached);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
