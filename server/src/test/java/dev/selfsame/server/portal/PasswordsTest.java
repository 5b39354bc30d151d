package dev.selfsame.server.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordsTest {

    private static final String STRANGE = "pass wörd \"'<>; 😀 ﬁ";

    private final Passwords passwords = new Passwords();

    @Test
    void aHashIsGoodForItsPasswordAlone() {
        PasswordHash hash = PasswordHash.parse(passwords.hash(STRANGE).text());

        assertThat(passwords.isSame(STRANGE, hash)).isTrue();
        // one letter can be typed in two ways
        assertThat(passwords.isSame("pass wo\u0308rd \"'<>; 😀 fi", hash)).isTrue();
        assertThat(passwords.isSame(STRANGE + " ", hash)).isFalse();
        assertThat(hash.text()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hash.toString()).doesNotContain("$");
    }

    @Test
    void nobodyHasThePasswordOfNobody() {
        assertThat(passwords.isSame("", passwords.nobodys())).isFalse();
        assertThat(passwords.nobodys().hash()).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$argon2i$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=9999999,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=19456,t=999,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=19456,t=0,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=19456,t=2,p=1$AAAA$AAAA"
            })
    void whatIsNoHashOrTooDearIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PasswordHash.parse(text));
    }

    @Test
    void drawnPasswordsAreLongAndDiffer() {
        assertThat(passwords.draw())
                .matches("([a-z2-9]{5}-){4}[a-z2-9]{5}")
                .isNotEqualTo(passwords.draw());
    }

    @Test
    void shortAndLongAndDullOnesAreRefused() {
        assertThatNoException().isThrownBy(() -> Passwords.check("correct hors"));
        assertThatNoException().isThrownBy(() -> Passwords.check("abc".repeat(42)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Passwords.check("correct hor"))
                .withMessageContaining("12 to 128");
        assertThatIllegalArgumentException().isThrownBy(() -> Passwords.check("abc".repeat(43)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Passwords.check("ababababababab"))
                .withMessageContaining("repeats");
    }
}
