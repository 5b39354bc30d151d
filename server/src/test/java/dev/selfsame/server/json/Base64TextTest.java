package dev.selfsame.server.json;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Base64;
import java.util.Random;

final class Base64TextTest {

    // vectors of RFC 4648, 10
    @ParameterizedTest
    @CsvSource({
        "Zg==,f",
        "Zm8=,fo",
        "Zm9v,foo",
        "Zm9vYg==,foob",
        "Zm9vYmE=,fooba",
        "Zm9vYmFy,foobar",
        "Zg,f",
        "Zm8,fo",
        "' Zm 9v\r\nYm\tFy ',foobar",
        "'data:text/plain;base64,Zm9v',foo",
        "'  data:text/plain;charset=utf-8;base64, Zm9v',foo",
        "'data:;base64,Zm9v',foo"
    })
    void readsWhatClientsSend(String text, String bytes) {
        assertThat(Base64Text.decode(text)).hasValue(bytes.getBytes(US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "=",
                "====",
                "Z",
                "Zm9vY",
                "Zg=",
                "Zg===",
                "Zm9v=",
                "Zm9v==",
                "Zm9v====",
                "Zg==Zg==",
                "Z=g=",
                "Zm9v!",
                "Zm9v\u00E9",
                "Zm9\u2028v",
                "Zm.v",
                "data:Zm9v",
                "data:text/plain,Zm9v",
                "data:text/plain;base64",
                "data:,",
                "data:;base64,"
            })
    void refusesWhatIsNone(String text) {
        assertThat(Base64Text.decode(text)).isEmpty();
    }

    @Test
    void agreesWithTheJdkInBothAlphabets() {
        Random random = new Random(20261121);
        for (int length = 1; length < 200; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);

            for (Base64.Encoder encoder :
                    new Base64.Encoder[] {
                        Base64.getEncoder(),
                        Base64.getEncoder().withoutPadding(),
                        Base64.getUrlEncoder(),
                        Base64.getUrlEncoder().withoutPadding(),
                        Base64.getMimeEncoder()
                    }) {
                assertThat(Base64Text.decode(encoder.encodeToString(bytes))).hasValue(bytes);
            }
        }
    }
}
