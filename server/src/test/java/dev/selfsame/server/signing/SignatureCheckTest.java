package dev.selfsame.server.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;

import dev.selfsame.server.signing.SignatureOutcome.Reason;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures as a library makes them, and as somebody makes them who has no private key. */
final class SignatureCheckTest {

    private static final byte[] ANSWER = utf8("{\"score\":5000,\"name\":\"Jürgen ✓\"}");
    private static final SigningKey RSA = make(SigningAlgorithm.RS256);
    private static final SigningKey EC = make(SigningAlgorithm.ES256);
    private static final SigningKey STRANGER = make(SigningAlgorithm.RS256);
    private static final SignatureCheck CHECK =
            SignatureCheck.of(List.of(verifying(RSA), verifying(EC)));

    @ParameterizedTest
    @EnumSource
    void acceptsWhatWasSignedAttachedAndDetached(SigningAlgorithm algorithm) throws Exception {
        SigningKey key = key(algorithm);
        String attached = signed(key, key.kid());

        SignatureOutcome whole = CHECK.check(attached);
        SignatureOutcome parted = CHECK.checkDetached(detached(attached), ANSWER);

        for (SignatureOutcome outcome : List.of(whole, parted)) {
            assertThat(outcome).isInstanceOf(SignatureOutcome.Valid.class);
            SignatureOutcome.Valid valid = (SignatureOutcome.Valid) outcome;
            assertThat(valid.payload()).isEqualTo(ANSWER);
            assertThat(valid.kid()).isEqualTo(key.kid());
        }
    }

    @ParameterizedTest
    @EnumSource
    void triesEveryKeyWhereTheHeaderNamesNone(SigningAlgorithm algorithm) throws Exception {
        SigningKey key = key(algorithm);

        assertThat(CHECK.check(signed(key, null)))
                .isInstanceOfSatisfying(
                        SignatureOutcome.Valid.class,
                        valid -> assertThat(valid.kid()).isEqualTo(key.kid()));
        assertThat(reason(CHECK.check(signed(STRANGER, null)))).isEqualTo(Reason.ALTERED);
    }

    @Test
    void takesAnAttachedOneForNoDetachedOneAndTheOtherWayRound() throws Exception {
        String attached = signed(EC, EC.kid());

        assertThat(reason(CHECK.check(detached(attached)))).isEqualTo(Reason.NOT_A_JWS);
        assertThat(reason(CHECK.checkDetached(attached, ANSWER))).isEqualTo(Reason.NOT_A_JWS);
        assertThat(reason(CHECK.checkDetached(detached(attached), utf8("{}"))))
                .isEqualTo(Reason.ALTERED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\",\"kid\":\"KID\"}",
                "{\"alg\":\"None\"}",
                "{\"alg\":\"nOnE\",\"kid\":\"KID\"}",
                "{\"alg\":\"HS256\",\"kid\":\"KID\"}",
                "{\"alg\":\"RS512\",\"kid\":\"KID\"}",
                "{\"alg\":\"PS256\",\"kid\":\"KID\"}",
                "{\"alg\":\"rs256\",\"kid\":\"KID\"}",
                "{\"alg\":\"RS256 \",\"kid\":\"KID\"}",
                "{\"alg\":[\"RS256\"],\"kid\":\"KID\"}",
                "{\"alg\":256,\"kid\":\"KID\"}",
                "{\"alg\":null,\"kid\":\"KID\"}",
                "{\"kid\":\"KID\"}",
                "{\"alg\":\"RS256\",\"alg\":\"RS256\",\"kid\":\"KID\"}",
                "{\"alg\":\"RS256\",\"kid\":\"x\",\"kid\":\"KID\"}",
                "{\"alg\":\"RS256\",\"al\\u0067\":\"none\",\"kid\":\"KID\"}",
                "{\"alg\":\"RS256\",\"kid\":[\"KID\"]}",
                "{\"alg\":\"RS256\",\"kid\":null}",
                "{\"alg\":\"RS256\",\"kid\":\"KID\",\"crit\":[\"exp\"],\"exp\":1}",
                "{\"alg\":\"RS256\",\"kid\":\"KID\",\"crit\":[]}",
                "{\"alg\":\"RS256\",\"kid\":\"KID\",\"b64\":false}",
                "{\"alg\":\"RS256\",\"kid\":\"KID\"} {}",
                "{\"alg\":\"RS256\",\"kid\":\"KID\"",
                "[{\"alg\":\"RS256\"}]",
                "\"RS256\"",
                "null",
                "",
                "{\"alg\":\"RS256\",\"x\":[[[[[[[[1]]]]]]]]}"
            })
    void refusesAHeaderThatThisServerNeverWrites(String header) throws Exception {
        // signed by the real key: only the header can be the reason
        SignatureOutcome outcome =
                CHECK.check(signedAs(RSA, utf8(header.replace("KID", RSA.kid()))));

        assertThat(reason(outcome)).isEqualTo(Reason.NOT_A_JWS);
    }

    @Test
    void refusesAHeaderThatIsNoUtf8() throws Exception {
        byte[] header = utf8("{\"alg\":\"RS256\",\"x\":\"?\"}");
        header[header.length - 3] = (byte) 0xFF;

        assertThat(reason(CHECK.check(signedAs(RSA, header)))).isEqualTo(Reason.NOT_A_JWS);
    }

    @Test
    void refusesThePublicKeyAsTheSecretOfAnHmac() throws Exception {
        String input = base64("{\"alg\":\"HS256\",\"kid\":\"" + RSA.kid() + "\"}") + "." + base64();
        for (byte[] secret :
                List.of(
                        RSA.certificate().getPublicKey().getEncoded(),
                        RSA.certificate().getEncoded(),
                        utf8(Pem.encode(RSA.certificate().getEncoded(), "CERTIFICATE")))) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            String jws = input + "." + base64(mac.doFinal(utf8(input)));

            assertThat(reason(CHECK.check(jws))).isEqualTo(Reason.NOT_A_JWS);
        }
    }

    @Test
    void refusesTheKidOfAKeyOfAnotherAlgorithm() throws Exception {
        assertThat(reason(CHECK.check(signed(RSA, EC.kid())))).isEqualTo(Reason.UNKNOWN_KEY);
        assertThat(reason(CHECK.check(signed(EC, RSA.kid())))).isEqualTo(Reason.UNKNOWN_KEY);
    }

    @Test
    void refusesAStrangersKeyHoweverItIsBrought() throws Exception {
        JWSHeader bringsItsKey =
                new JWSHeader.Builder(RSA.algorithm().jws())
                        .keyID(RSA.kid())
                        .jwk(PublicJwk.of(STRANGER.algorithm(), STRANGER.certificate()))
                        .type(JOSEObjectType.JWT)
                        .build();
        JWSObject jws = new JWSObject(bringsItsKey, new Payload(ANSWER));
        jws.sign(new RSASSASigner(STRANGER.privateKey()));

        assertThat(reason(CHECK.check(signed(STRANGER, STRANGER.kid()))))
                .isEqualTo(Reason.UNKNOWN_KEY);
        assertThat(reason(CHECK.check(signed(STRANGER, RSA.kid())))).isEqualTo(Reason.ALTERED);
        assertThat(reason(CHECK.check(jws.serialize()))).isEqualTo(Reason.ALTERED);
        assertThat(reason(CHECK.check(signed(RSA, "ÄÖ\u202E✓")))).isEqualTo(Reason.UNKNOWN_KEY);
    }

    @ParameterizedTest
    @EnumSource
    void refusesEveryChangeOfOneCharacter(SigningAlgorithm algorithm) throws Exception {
        String jws = signed(key(algorithm), key(algorithm).kid());
        for (int i = 0; i < jws.length(); i++) {
            char other = jws.charAt(i) == 'A' ? 'B' : 'A';
            String altered = jws.substring(0, i) + other + jws.substring(i + 1);
            assertThat(CHECK.check(altered))
                    .as("character %d", i)
                    .isInstanceOf(SignatureOutcome.Refused.class);
        }
    }

    @Test
    void refusesEveryTruncation() throws Exception {
        String jws = signed(EC, EC.kid());
        for (int length = 0; length < jws.length(); length++) {
            assertThat(CHECK.check(jws.substring(0, length)))
                    .isInstanceOf(SignatureOutcome.Refused.class);
            assertThat(CHECK.checkDetached(jws.substring(0, length), ANSWER))
                    .isInstanceOf(SignatureOutcome.Refused.class);
        }
    }

    @Test
    void refusesOtherSpellingsOfTheSameBytes() throws Exception {
        String jws = signed(EC, EC.kid());
        // 64 bytes leave four bits of the last character unused
        char last = jws.charAt(jws.length() - 1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        char twin = alphabet.charAt(alphabet.indexOf(last) + 1);

        for (String other :
                List.of(
                        jws.substring(0, jws.length() - 1) + twin,
                        jws + "=",
                        jws + "==",
                        jws + "\n",
                        " " + jws,
                        jws + ".",
                        "." + jws,
                        jws + "." + jws,
                        jws.replace('.', ','))) {
            assertThat(reason(CHECK.check(other))).as(other).isEqualTo(Reason.NOT_A_JWS);
        }
    }

    @Test
    void refusesSignaturesOfTheWrongLengthAndOfZeros() throws Exception {
        for (SigningKey key : List.of(RSA, EC)) {
            String jws = signed(key, key.kid());
            String input = jws.substring(0, jws.lastIndexOf('.') + 1);
            for (int length : new int[] {0, 1, 63, 64, 65, 128, 255, 256, 257, 1000}) {
                assertThat(reason(CHECK.check(input + base64(new byte[length]))))
                        .isEqualTo(Reason.ALTERED);
            }
        }
    }

    @Test
    void boundsEveryPart() throws Exception {
        String jws = signed(RSA, RSA.kid());
        String hugeKid = signed(RSA, "k".repeat(10_000));

        assertThat(sentence(CHECK.check(hugeKid))).contains("too long");
        assertThat(sentence(CHECK.check(jws + "A".repeat(5000)))).contains("too long");
        assertThat(sentence(CHECK.check("A".repeat(CompactJws.MOST_CHARS + 1))))
                .contains("too long");
        assertThat(sentence(CHECK.check(".".repeat(1_000_000)))).contains("three parts");
    }

    @Test
    void isNotImpressedByNoise() {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            String text =
                    i % 2 == 0
                            ? new String(noise, StandardCharsets.ISO_8859_1)
                            : base64(noise) + "." + base64(noise) + "." + base64(noise);
            assertThat(CHECK.check(text)).isInstanceOf(SignatureOutcome.Refused.class);
        }
    }

    @Test
    void readsKeysOfFilesAndOverlooksWhatCannotVerify() throws Exception {
        byte[] jwks =
                utf8(
                        "{\"keys\":[%s,%s,{\"kty\":\"oct\",\"k\":\"AAAA\"}]}"
                                .formatted(
                                        PublicJwk.of(RSA.algorithm(), RSA.certificate()),
                                        PublicJwk.of(EC.algorithm(), EC.certificate())));
        byte[] pem =
                utf8(
                        Pem.encode(EC.certificate().getEncoded(), "CERTIFICATE")
                                + Pem.encode(RSA.certificate().getEncoded(), "CERTIFICATE"));

        for (List<VerifyingKey> keys : List.of(KeyFile.jwks(jwks), KeyFile.certificates(pem))) {
            assertThat(keys).containsExactlyInAnyOrder(verifying(RSA), verifying(EC));
        }
        assertThat(KeyFile.certificates(RSA.certificate().getEncoded()))
                .containsExactly(verifying(RSA));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "{}",
                "{\"keys\":[]}",
                "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\",\"alg\":\"HS256\"}]}",
                "{\"keys\":[{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}]}",
                "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}]}",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
            })
    void refusesFilesWithoutAKey(String content) {
        assertRefused(() -> KeyFile.jwks(utf8(content)));
        assertRefused(() -> KeyFile.certificates(utf8(content)));
    }

    @Test
    void refusesWeakKeysAndLongFiles() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        byte[] weak = generator.generateKeyPair().getPublic().getEncoded();
        byte[] endless = new byte[KeyFile.MOST_BYTES + 1];
        Arrays.fill(endless, (byte) ' ');

        assertRefused(() -> KeyFile.certificates(weak));
        assertRefused(() -> KeyFile.jwks(endless));
    }

    private static void assertRefused(ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("it ");
    }

    private static Reason reason(SignatureOutcome outcome) {
        assertThat(outcome).isInstanceOf(SignatureOutcome.Refused.class);
        return ((SignatureOutcome.Refused) outcome).reason();
    }

    private static String sentence(SignatureOutcome outcome) {
        assertThat(reason(outcome)).isEqualTo(Reason.NOT_A_JWS);
        return ((SignatureOutcome.Refused) outcome).sentence();
    }

    private static String signed(SigningKey key, @Nullable String kid) throws Exception {
        JWSHeader header = new JWSHeader.Builder(key.algorithm().jws()).keyID(kid).build();
        JWSObject jws = new JWSObject(header, new Payload(ANSWER));
        jws.sign(signer(key));
        return jws.serialize();
    }

    /** Signed with a header that no library would write. */
    private static String signedAs(SigningKey key, byte[] header) throws Exception {
        String input = base64(header) + "." + base64();
        JWSHeader any = new JWSHeader(key.algorithm().jws());
        return input + "." + signer(key).sign(any, utf8(input));
    }

    private static JWSSigner signer(SigningKey key) throws Exception {
        return switch (key.algorithm()) {
            case RS256 -> new RSASSASigner(key.privateKey());
            case ES256 -> new ECDSASigner(key.privateKey(), Curve.P_256);
        };
    }

    private static String detached(String jws) {
        return jws.substring(0, jws.indexOf('.') + 1) + jws.substring(jws.lastIndexOf('.'));
    }

    private static SigningKey key(SigningAlgorithm algorithm) {
        return algorithm == SigningAlgorithm.RS256 ? RSA : EC;
    }

    private static SigningKey make(SigningAlgorithm algorithm) {
        return new SigningKeyMaker(Clock.systemUTC()).make(new SigningOptions(algorithm, 2048));
    }

    private static VerifyingKey verifying(SigningKey key) {
        return new VerifyingKey(key.kid(), key.algorithm(), key.certificate().getPublicKey());
    }

    private static String base64() {
        return base64(ANSWER);
    }

    private static String base64(String text) {
        return base64(utf8(text));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
