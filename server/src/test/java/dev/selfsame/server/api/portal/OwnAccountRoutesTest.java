package dev.selfsame.server.api.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.portal.NewPassword;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

@ExtendWith(ServerExtension.class)
final class OwnAccountRoutesTest {

    private static final String NEW = "a much better passphrase";

    @Test
    void aNewPasswordEndsEverySessionOfItsUser(RunningServer server) {
        PortalClient first = PortalClient.administrator(server);
        PortalClient second =
                PortalClient.in(server, new NewPassword(first.name(), first.password()));

        assertThat(first.status("POST", "/me/password", passwords("wrong", NEW))).isEqualTo(403);
        assertThat(second.get("/me").statusCode()).isEqualTo(200);
        assertThat(first.status("POST", "/me/password", passwords(first.password(), NEW)))
                .isEqualTo(204);

        assertThat(first.get("/me").statusCode()).isEqualTo(401);
        assertThat(second.get("/me").statusCode()).isEqualTo(401);
        assertThat(PortalClient.signIn(server, first.name(), first.password()).statusCode())
                .isEqualTo(401);
        assertThat(PortalClient.signIn(server, first.name(), NEW).statusCode()).isEqualTo(200);
    }

    @Test
    void weakPasswordsAreRefusedInWords(RunningServer server) {
        PortalClient client = PortalClient.administrator(server);
        Map<String, String> words =
                Map.of(
                        "short",
                        "12 to 128",
                        "aaaaaaaaaaaaaaaa",
                        "repeats",
                        client.name() + " and more",
                        "the user's name");
        words.forEach(
                (chosen, word) -> {
                    HttpResponse<String> answer =
                            client.send(
                                    "POST", "/me/password", passwords(client.password(), chosen));
                    assertThat(answer.statusCode()).isEqualTo(400);
                    assertThat(answer.body()).contains(word);
                });
        assertThat(client.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void anOpenSessionCannotBeUsedToTryPasswords(RunningServer server) {
        PortalClient client = PortalClient.administrator(server);
        for (int i = 0; i < 5; i++) {
            assertThat(client.status("POST", "/me/password", passwords("wrong " + i, NEW)))
                    .isEqualTo(403);
        }

        assertThat(client.status("POST", "/me/password", passwords(client.password(), NEW)))
                .isEqualTo(429);
        assertThat(client.status("DELETE", "/me/totp", "{\"password\":\"x\"}")).isEqualTo(429);
    }

    @Test
    void oneTimeCodesAreAskedForAndTakenOnce(RunningServer server) {
        PortalClient client = PortalClient.administrator(server);
        assertThat(client.status("PUT", "/me/totp", "{\"code\":\"123456\"}")).isEqualTo(409);
        JsonNode secret = client.done("POST", "/me/totp", "{}");
        assertThat(secret.get("uri").stringValue())
                .startsWith("otpauth://totp/Selfsame:" + client.name() + "?secret=")
                .contains(secret.get("secret").stringValue());
        byte[] key = base32(secret.get("secret").stringValue());
        String wrong = other(code(key, 0), code(key, -1), code(key, 1));

        assertThat(client.status("PUT", "/me/totp", "{\"code\":\"" + wrong + "\"}")).isEqualTo(400);
        assertThat(PortalClient.signIn(server, client.name(), client.password()).statusCode())
                .isEqualTo(200);
        String first = code(key, 0);
        assertThat(client.status("PUT", "/me/totp", "{\"code\":\"" + first + "\"}")).isEqualTo(204);

        assertThat(client.read("/me").get("totp").booleanValue()).isTrue();
        assertThat(client.status("POST", "/me/totp", "{}")).isEqualTo(409);
        assertNeedsCode(PortalClient.signIn(server, client.name(), client.password()));
        assertNeedsCode(signIn(server, client, wrong));
        // the code that switched it on was used by that
        assertNeedsCode(signIn(server, client, first));
        String next = code(key, 1);
        assertThat(signIn(server, client, next.substring(0, 3) + " " + next.substring(3)))
                .extracting(HttpResponse::statusCode)
                .isEqualTo(200);
        assertNeedsCode(signIn(server, client, next));
        assertThat(client.status("DELETE", "/me/totp", "{\"password\":\"wrong\"}")).isEqualTo(403);
        assertThat(
                        client.status(
                                "DELETE",
                                "/me/totp",
                                "{\"password\":\"" + client.password() + "\"}"))
                .isEqualTo(204);
        assertThat(PortalClient.signIn(server, client.name(), client.password()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRightCodeDoesNotMakeUpForAWrongPassword(RunningServer server) {
        PortalClient client = PortalClient.administrator(server);
        JsonNode secret = client.done("POST", "/me/totp", "{}");
        byte[] key = base32(secret.get("secret").stringValue());
        client.send("PUT", "/me/totp", "{\"code\":\"" + code(key, 0) + "\"}");

        HttpResponse<String> answer =
                PortalClient.signIn(
                        server,
                        Map.of("name", client.name(), "password", "wrong", "code", code(key, 1)));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("totp");
    }

    private static void assertNeedsCode(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).endsWith("\"totp\":true}");
        assertThat(answer.headers().map()).doesNotContainKey("Set-Cookie");
    }

    private static HttpResponse<String> signIn(
            RunningServer server, PortalClient client, String code) {
        return PortalClient.signIn(
                server, Map.of("name", client.name(), "password", client.password(), "code", code));
    }

    private static String passwords(String before, String after) {
        return PortalClient.JSON.writeValueAsString(Map.of("old", before, "new", after));
    }

    /** A code as an app shows it, so many steps from now. */
    private static String code(byte[] key, int steps) {
        try {
            long step = Instant.now().getEpochSecond() / 30 + steps;
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "RAW"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int number = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String other(String... codes) {
        for (int i = 0; ; i++) {
            String code = String.format(Locale.ROOT, "%06d", i);
            if (!List.of(codes).contains(code)) {
                return code;
            }
        }
    }

    private static byte[] base32(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 5 / 8);
        long held = 0;
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            held = (held << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(text.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
            }
        }
        return bytes.array();
    }
}
