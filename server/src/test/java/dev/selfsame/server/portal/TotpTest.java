package dev.selfsame.server.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Against the test vectors of the standards. */
final class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59,287082",
        "1111111109,081804",
        "1111111111,050471",
        "1234567890,005924",
        "2000000000,279037",
        "20000000000,353130"
    })
    void makesTheCodesOfTheStandard(long second, String code) {
        Instant time = Instant.ofEpochSecond(second);

        assertThat(Totp.step(SECRET, code, time)).hasValue(second / 30);
    }

    @Test
    void takesOneStepOfDriftAndNoMore() {
        Instant time = Instant.ofEpochSecond(3000);

        for (long step = 99; step <= 101; step++) {
            assertThat(Totp.step(SECRET, Totp.code(SECRET, step), time)).hasValue(step);
        }
        assertThat(Totp.step(SECRET, Totp.code(SECRET, 98), time)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, 102), time)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "28708", "2870822", "28708x", "२८७०८२", " 287082"})
    void takesNothingElseForACode(String text) {
        assertThat(Totp.step(SECRET, text, Instant.ofEpochSecond(59))).isEmpty();
    }

    /** RFC 4648, 10, without its padding. */
    @ParameterizedTest
    @CsvSource({"'',''", "f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB"})
    void writesBase32(String text, String base32) {
        assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
    }

    @Test
    void aSecretIsShownToAppsAndNotToLogs() {
        TotpSecret secret = new TotpSecret("ann+1@example.org", SECRET);

        assertThat(secret.uri())
                .isEqualTo(
                        "otpauth://totp/Selfsame:ann%2B1%40example.org"
                                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                                + "&issuer=Selfsame&algorithm=SHA1&digits=6&period=30");
        assertThat(secret.toString()).doesNotContain("GEZDG");
    }
}
