package dev.selfsame.server.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Random;

final class CallbackTargetsTest {

    private static final String PUBLIC = "public address";

    private final CallbackTargets targets = new CallbackTargets(Options.defaults());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://service/callback",
                "https://shop.example",
                "https://shop.example:8443/a/b?c=d&e=%2F",
                "http://shop.example/",
                "HTTPS://Shop.Example/",
                "https://xn--bcher-kva.example/",
                "https://7eleven.example/",
                "https://198.41.0.4/",
                "https://192.167.255.255/",
                "https://172.15.255.255/",
                "https://172.32.0.0/",
                "https://100.63.255.255/",
                "https://100.128.0.0/",
                "https://198.17.255.255/",
                "https://198.20.0.0/",
                "https://223.255.255.255/",
                "https://[2001:500::53]:65535/"
            })
    void letsPublicOnesPass(String url) {
        assertThat(targets.check(url)).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/callback",
                "//shop.example/",
                "shop.example/callback",
                "https:",
                "https:shop.example",
                "https:///callback",
                "https://:443/",
                "ftp://shop.example/",
                "file:///etc/passwd",
                "gopher://shop.example/",
                "javascript:alert(1)",
                "https://my_service/",
                "https://[::1/",
                "https://shop.example/a b",
                "https://shop.example/%",
                "https://shop.example/\u0000",
                "https://shop.example/\r\nX-Y: z",
                "https://shop.example\\@10.0.0.1/",
                "https://b\u00fccher.example/",
                "https://shop\u3002example/"
            })
    void refusesWhatIsNoAbsoluteUrl(String url) {
        assertThat(refusal(url)).contains("send ");
    }

    @ParameterizedTest
    @CsvSource({
        "https://user@shop.example/, without a user",
        "https://user:secret@shop.example/, without a user",
        "https://@shop.example/, without a user",
        "https://shop.example/#here, fragment",
        "https://shop.example/#, fragment",
        "https://shop.example:0/, port",
        "https://shop.example:/, port",
        "https://shop.example:65536/, port",
        "https://shop.example:99999999999/, send an absolute URL",
        "https://shop.example:-1/, send an absolute URL"
    })
    void refusesWhatHasNoPlaceInIt(String url, String remedy) {
        assertThat(refusal(url)).contains(remedy).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "[::]",
                "[::1]",
                "[fe80::1]",
                "[febf::1]",
                "[fec0::1]",
                "[fc00::1]",
                "[fd00:ec2::254]",
                "[ff02::1]",
                "[::127.0.0.1]",
                "[::7f00:1]",
                "[64:ff9b::a00:1]",
                "[64:ff9b:1::a00:1]",
                "[100::1]",
                "[2001::1]",
                "[2001:0:5ef5:79fb::]",
                "[2001:db8::1]",
                "[2002:a00:1::1]",
                "[3fff::1]",
                "[5f00::1]",
                "localhost",
                "LOCALHOST",
                "shop.localhost"
            })
    void refusesAddressesThatAreNotPublic(String host) {
        assertThat(refusal("http://" + host + ":8080/callback")).contains(PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "0x7f000001",
                "0x7f.1",
                "127.1",
                "127.0.1",
                "0177.0.0.1",
                "010.0.0.1",
                "127.0.0.01",
                "127.0.0.1.",
                "127.0.0.0x1",
                "0x7f.0.0.1",
                "1.2.3.4.5",
                "256.1.1.1",
                "1.2.3",
                "1e3.0x",
                "0",
                "017700000001",
                "3232235777",
                "shop.0x10",
                "shop.1",
                "198.41.0.004",
                "0300.0250.1.1",
                "\u0661\u0662\u0667.0.0.1",
                "127%2e0%2e0%2e1",
                "[::ffff:10.0.0.1]",
                "[::ffff:7f00:1]",
                "[::FFFF:198.41.0.4]",
                "[fe80::1%25eth0]",
                "[fe80::1%eth0]",
                "[::1%251]",
                "[v1.x]",
                "[127.0.0.1]",
                "[1]",
                "[]",
                "localhost.",
                "shop.example.",
                "shop..example",
                ".example",
                "-.example",
                "a-.example"
            })
    void refusesOddSpellings(String host) {
        assertThat(refusal("http://" + host + "/callback")).contains("send ");
    }

    @Test
    void refusesWhatIsTooLong() {
        String url = "https://shop.example/";

        assertThat(targets.check(url + "a".repeat(2048 - url.length()))).isNotNull();
        assertThat(refusal(url + "a".repeat(2049 - url.length()))).contains("2048");
        assertThat(refusal("https://" + "a".repeat(64) + ".example/")).contains("host name");
        assertThat(refusal("https://" + "abc.".repeat(63) + "example/")).contains("host name");
    }

    @Test
    void letsAllowedNetworksPassAndNoOthers() {
        CallbackTargets inside =
                new CallbackTargets(
                        Options.of(
                                List.of("10.1.0.0/16", "fd12:3456::/32", "127.0.0.1"),
                                null,
                                Duration.ofSeconds(5)));

        assertThat(inside.check("http://10.1.255.255/")).isNotNull();
        assertThat(inside.check("http://[fd12:3456::1]/")).isNotNull();
        assertThat(inside.check("http://localhost/")).isNotNull();
        for (String host : List.of("10.2.0.0", "10.0.255.255", "[fd12:3457::]", "127.0.0.2")) {
            assertThatThrownBy(() -> inside.check("http://" + host)).hasMessageContaining(PUBLIC);
        }
        assertThatThrownBy(() -> inside.check("http://[::ffff:10.1.0.1]/"))
                .isInstanceOf(Problem.class);
    }

    @Test
    void refusesHttpWhereTlsIsDemanded() {
        CallbackOptions lax = Options.defaults();
        CallbackTargets strict =
                new CallbackTargets(
                        new CallbackOptions(
                                lax.allowedNetworks(),
                                false,
                                null,
                                lax.connectTimeout(),
                                lax.timeout(),
                                lax.attempts(),
                                lax.firstWait(),
                                lax.longestWait(),
                                lax.parallel(),
                                lax.parallelPerTenant()));

        assertThat(strict.check("https://shop.example/")).isNotNull();
        assertThatThrownBy(() -> strict.check("HTTP://shop.example/"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("https://");
    }

    @Test
    void anyTextIsEitherLetThroughOrRefusedInWords() {
        Random random = new Random(4);
        String alphabet = "https://@:[]%#?.\\ 0x7f1ab\u00e9\u0000-_~";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder url = new StringBuilder(i % 2 == 0 ? "http://" : "");
            for (int n = random.nextInt(24); n > 0; n--) {
                url.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                assertThat(targets.check(url.toString()).getHost()).isNotBlank();
            } catch (Problem problem) {
                assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID_REQUEST);
            }
        }
    }

    private String refusal(String url) {
        Problem problem = catchThrowableOfType(Problem.class, () -> targets.check(url));
        assertThat(problem).describedAs(url).isNotNull();
        assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID_REQUEST);
        assertThat(problem.getMessage()).startsWith("the callback URL cannot be used: send ");
        return problem.getMessage();
    }
}
