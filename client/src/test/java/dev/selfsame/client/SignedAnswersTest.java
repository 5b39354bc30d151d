package dev.selfsame.client;

import static dev.selfsame.client.ScriptedServer.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.client.SelfsameException.Kind;
import dev.selfsame.client.SignatureOutcome.Genuine;
import dev.selfsame.client.SignatureOutcome.Reason;
import dev.selfsame.client.SignatureOutcome.Refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;

final class SignedAnswersTest {

    private static final String BODY = "{\"score\":7.3E-7,\"name\":\"\u00e9\"}";

    private static final Signer RSA = new Signer("RS256", "SHA256withRSA", pair("RSA", 2048));
    private static final Signer EC =
            new Signer("ES256", "SHA256withECDSAinP1363Format", pair("EC", 256));

    /** Signs as a server does. */
    record Signer(String name, String algorithm, KeyPair keys) {

        String jwk(String kid) {
            return SignedAnswersTest.jwk(kid, keys);
        }

        String jws(String header, String payload) {
            String input = encoded(header) + "." + encoded(payload);
            try {
                Signature signature = Signature.getInstance(algorithm);
                signature.initSign(keys.getPrivate());
                signature.update(input.getBytes(StandardCharsets.US_ASCII));
                return input + "." + encoded(signature.sign());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        String jws(String payload) {
            return jws("{\"kid\":\"k1\",\"alg\":\"" + name + "\"}", payload);
        }

        SignedAnswers verifier() {
            return SignedAnswers.of("{\"keys\":[" + jwk("k1") + "]}");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Signer> signers() {
        return Stream.of(RSA, EC);
    }

    @ParameterizedTest
    @MethodSource("signers")
    void genuineAnswersAreVerified(Signer signer) {
        Signed<String> answer = answer(BODY, signer.jws(BODY));

        assertThat(signer.verifier().check(answer)).isEqualTo(new Genuine("k1"));
        assertThat(signer.verifier().verified(answer)).isEqualTo("the value");
    }

    @ParameterizedTest
    @MethodSource("signers")
    void detachedSignaturesAreVerifiedToo(Signer signer) {
        String[] parts = signer.jws(BODY).split("\\.", -1);
        Signed<String> answer = answer(BODY, parts[0] + ".." + parts[2]);
        Signed<String> other = answer(BODY.replace("7.3", "7.4"), parts[0] + ".." + parts[2]);

        assertThat(signer.verifier().check(answer)).isEqualTo(new Genuine("k1"));
        assertThat(reason(signer.verifier(), other)).isEqualTo(Reason.FORGED);
    }

    @ParameterizedTest
    @MethodSource("signers")
    void everyAlteredCharacterIsNoticed(Signer signer) {
        String json = answer(BODY, signer.jws(BODY)).json();
        SignedAnswers verifier = signer.verifier();
        for (int i = 0; i < json.length(); i++) {
            char other = json.charAt(i) == 'A' ? 'B' : 'A';
            String altered = json.substring(0, i) + other + json.substring(i + 1);

            assertThat(verifier.check(new Signed<>("the value", altered)))
                    .as("character %d", i)
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void whatIsSpeltOtherwiseIsAltered() {
        SignedAnswers verifier = RSA.verifier();
        String jws = RSA.jws(BODY);

        assertThat(reason(verifier, answer(BODY.replace("7.3E-7", "0.00000073"), jws)))
                .isEqualTo(Reason.ALTERED);
        assertThat(reason(verifier, answer(BODY.replace(":", ": "), jws)))
                .isEqualTo(Reason.ALTERED);
        assertThatThrownBy(() -> verifier.verified(answer("{\"score\":1}", jws)))
                .isInstanceOfSatisfying(
                        SelfsameException.class,
                        it -> assertThat(it.kind()).isEqualTo(Kind.UNTRUSTED));
    }

    @Test
    void membersAroundTheSignatureAreNoticed() {
        String json = answer(BODY, RSA.jws(BODY)).json();
        SignedAnswers verifier = RSA.verifier();
        String after = json.substring(0, json.length() - 1) + ",\"score\":\"1\"}";

        assertThat(reason(verifier, new Signed<>("", after))).isEqualTo(Reason.MALFORMED);
        assertThat(reason(verifier, new Signed<>("", "{\"score\":1," + json.substring(1))))
                .isEqualTo(Reason.ALTERED);
        assertThat(reason(verifier, new Signed<>("", json + "\n"))).isEqualTo(Reason.UNSIGNED);
        assertThat(reason(verifier, new Signed<>("", BODY))).isEqualTo(Reason.UNSIGNED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kid\":\"k1\",\"alg\":\"none\"}",
                "{\"kid\":\"k1\",\"alg\":\"HS256\"}",
                "{\"kid\":\"k1\",\"alg\":\"ES256\"}",
                "{\"kid\":\"k1\",\"alg\":\"RS512\"}"
            })
    void headersDoNotChooseTheAlgorithm(String header) {
        String jws = RSA.jws(header, BODY);

        assertThat(reason(RSA.verifier(), answer(BODY, jws))).isEqualTo(Reason.FORGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kid\":\"k1\",\"alg\":\"RS256\",\"crit\":[\"b64\"],\"b64\":false}",
                "{\"kid\":\"k1\",\"alg\":\"RS256\",\"b64\":true}",
                "{\"kid\":\"k1\",\"alg\":\"RS256\",\"alg\":\"RS256\"}",
                "{\"alg\":\"RS256\"}",
                "{\"kid\":\"k1\"}",
                "{\"kid\":1,\"alg\":\"RS256\"}",
                "[]",
                "null",
                ""
            })
    void headersThatAreNotUnderstoodAreRefused(String header) {
        String jws = RSA.jws(header, BODY);

        assertThat(reason(RSA.verifier(), answer(BODY, jws))).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void signaturesThatAreNoneAreForged() {
        String[] parts = EC.jws(BODY).split("\\.", -1);
        for (int length : new int[] {0, 1, 63, 64, 65, 72}) {
            String zeros = encoded(new byte[length]);
            Signed<String> answer = answer(BODY, parts[0] + "." + parts[1] + "." + zeros);

            assertThat(reason(EC.verifier(), answer)).isEqualTo(Reason.FORGED);
        }
    }

    @Test
    void oneTextAloneStandsForASignature() {
        String jws = EC.jws(BODY);

        for (String other : new String[] {jws + "=", jws + "==", jws + ".", "." + jws, ""}) {
            assertThat(reason(EC.verifier(), answer(BODY, other))).isEqualTo(Reason.MALFORMED);
        }
    }

    @Test
    void keysOfNoUseArePassedOver() {
        String small = jwk("k1", pair("RSA", 1024));
        String off = EC.jwk("k1").replaceFirst("\"y\":\"...", "\"y\":\"AAA");
        String encryption = RSA.jwk("k1").replace("\"kty\"", "\"use\":\"enc\",\"kty\"");
        String otherAlgorithm = RSA.jwk("k1").replace("\"kty\"", "\"alg\":\"RS512\",\"kty\"");
        String symmetric = "{\"kid\":\"k1\",\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}";
        String shortOne = "{\"kid\":\"k1\",\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"\",\"y\":5}";

        for (String jwk :
                new String[] {small, off, encryption, otherAlgorithm, symmetric, shortOne, "7"}) {
            SignedAnswers verifier = SignedAnswers.of("{\"keys\":[" + jwk + "]}");
            assertThat(reason(verifier, answer(BODY, RSA.jws(BODY))))
                    .as(jwk)
                    .isEqualTo(Reason.UNKNOWN_KEY);
        }
        for (String none : new String[] {"", "[]", "{}", "{\"keys\":{}}", "{\"keys\":"}) {
            assertThatThrownBy(() -> SignedAnswers.of(none)).isInstanceOf(SelfsameException.class);
        }
    }

    @Test
    void keysAreFetchedOnceAndAgainForAnUnknownNameNowAndThen() throws IOException {
        String old = "{\"keys\":[" + RSA.jwk("k0") + "]}";
        String renewed = old.replace("]}", "," + RSA.jwk("k1") + "]}");
        ManualTiming timing = new ManualTiming();
        try (ScriptedServer server =
                        new ScriptedServer(json(200, old), json(200, old), json(200, renewed));
                SelfsameClient client = server.client(timing)) {
            Signed<String> first =
                    answer(BODY, RSA.jws("{\"kid\":\"k0\",\"alg\":\"RS256\"}", BODY));
            Signed<String> second = answer(BODY, RSA.jws(BODY));

            assertThat(client.signatures().check(first)).isEqualTo(new Genuine("k0"));
            assertThat(client.signatures().check(first)).isEqualTo(new Genuine("k0"));
            assertThat(reason(client.signatures(), second)).isEqualTo(Reason.UNKNOWN_KEY);
            assertThat(server.asked()).hasSize(1);

            timing.pass(Duration.ofSeconds(30));
            assertThat(reason(client.signatures(), second)).isEqualTo(Reason.UNKNOWN_KEY);
            assertThat(reason(client.signatures(), second)).isEqualTo(Reason.UNKNOWN_KEY);
            assertThat(server.asked()).hasSize(2);

            timing.pass(Duration.ofSeconds(30));
            assertThat(client.signatures().check(second)).isEqualTo(new Genuine("k1"));
            assertThat(server.asked()).hasSize(3);
            assertThat(server.asked().getFirst().path()).isEqualTo("/.well-known/jwks.json");
            assertThat(server.asked().getFirst().key()).isEqualTo("null");
        }
    }

    private static Signed<String> answer(String body, String jws) {
        String json = body.substring(0, body.length() - 1) + ",\"signature\":\"" + jws + "\"}";
        return new Signed<>("the value", json);
    }

    private static Reason reason(SignedAnswers verifier, Signed<?> answer) {
        return switch (verifier.check(answer)) {
            case Refused(Reason reason, var _) -> reason;
            case Genuine genuine -> throw new AssertionError(genuine);
        };
    }

    private static KeyPair pair(String type, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String jwk(String kid, KeyPair keys) {
        return switch (keys.getPublic()) {
            case RSAPublicKey key ->
                    "{\"kid\":\"%s\",\"kty\":\"RSA\",\"n\":\"%s\",\"e\":\"%s\"}"
                            .formatted(
                                    kid, number(key.getModulus()), number(key.getPublicExponent()));
            case ECPublicKey key ->
                    "{\"kid\":\"%s\",\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\"}"
                            .formatted(
                                    kid,
                                    number(key.getW().getAffineX()),
                                    number(key.getW().getAffineY()));
            default -> throw new IllegalArgumentException(keys.getPublic().getAlgorithm());
        };
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return encoded(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
