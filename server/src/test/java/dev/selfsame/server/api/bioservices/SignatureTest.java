package dev.selfsame.server.api.bioservices;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;

import dev.selfsame.server.testing.CommandProcess;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.MultipartBody;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

@ExtendWith(ServerExtension.class)
final class SignatureTest {

    private static final String PATH = "/bioserver-app/v2/match/images";
    private static final String MEMBER = ",\"signature\":\"";

    @TempDir private Path data;

    @TempDir private Path errors;

    @Test
    void aLibraryVerifiesItWithTheServedKeySetAndThePlatformWithTheCertificate() throws Exception {
        // why any setting: without one, the servers of tests do not sign as servers do by default
        Map<String, String> settings = Map.of("selfsame.signing.rsa-bits", "2048");
        try (RunningServer server = RunningServer.start(data, settings)) {
            String signed = signature(answer(server));
            JWSObject jws = JWSObject.parse(signed);
            JWK key =
                    JWKSet.parse(server.get("/.well-known/jwks.json").body())
                            .getKeyByKeyId(jws.getHeader().getKeyID());

            assertThat(jws.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
            assertThat(jws.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
            assertVerifiesWithTheCertificate(server, signed);
        }
    }

    private static void assertVerifiesWithTheCertificate(RunningServer server, String signed)
            throws Exception {
        String[] jws = signed.split("\\.", -1);
        String pem = server.get("/bioserver-app/v2/signing-certificate").body();
        X509Certificate certificate =
                (X509Certificate)
                        CertificateFactory.getInstance("X.509")
                                .generateCertificate(
                                        new ByteArrayInputStream(
                                                pem.getBytes(StandardCharsets.US_ASCII)));

        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(certificate);
        verifier.update((jws[0] + "." + jws[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(verifier.verify(Base64.getUrlDecoder().decode(jws[2]))).isTrue();
    }

    @Test
    void theSignedBytesAreTheAnswerWithoutItsSignature(RunningServer server) throws Exception {
        String answer = answer(server);
        String unsigned = answer.substring(0, answer.indexOf(MEMBER)) + "}";

        byte[] payload = JWSObject.parse(signature(answer)).getPayload().toBytes();

        assertThat(new String(payload, StandardCharsets.UTF_8)).isEqualTo(unsigned);
    }

    @Test
    void anEllipticKeyIsASetting() throws Exception {
        try (RunningServer server =
                RunningServer.start(data, Map.of("selfsame.signing.algorithm", "ES256"))) {
            JWSObject jws = JWSObject.parse(signature(answer(server)));
            JWKSet keys = JWKSet.parse(server.get("/.well-known/jwks.json").body());

            assertThat(jws.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
            assertThat(jws.verify(new ECDSAVerifier(keys.getKeys().getFirst().toECKey()))).isTrue();
        }
    }

    @Test
    void aRotationIsTakenOverByARunningServerAndOldAnswersStayVerifiable() throws Exception {
        try (RunningServer server =
                RunningServer.start(data, Map.of("selfsame.signing.algorithm", "ES256"))) {
            String before = answer(server);
            String oldKid = kid(before);
            String oldPem = server.get("/bioserver-app/v2/signing-certificate").body();

            assertThat(command("signing", "rotate", "--algorithm", "ES256")).hasSize(1);

            JWKSet keys = JWKSet.parse(server.get("/.well-known/jwks.json").body());
            assertThat(keys.getKeys()).hasSize(2);
            String newKid = keys.getKeys().getFirst().getKeyID();
            awaitSignatureOf(server, newKid);
            assertThat(JWSObject.parse(signature(before)).verify(verifier(keys, oldKid))).isTrue();
            assertThat(certificate(server, oldKid).body()).isEqualTo(oldPem);
            assertThat(certificate(server, newKid).body())
                    .isEqualTo(server.get("/bioserver-app/v2/signing-certificate").body());

            assertThat(command("signing", "retire", "--json", "--", oldKid)).hasSize(1);

            HttpResponse<String> gone = certificate(server, oldKid);
            assertThat(gone.statusCode()).isEqualTo(404);
            assertThat(gone.body()).contains("no key of this kid").doesNotContain(oldKid);
            assertThat(server.get("/.well-known/jwks.json").body()).doesNotContain(oldKid);
        }
    }

    private static void awaitSignatureOf(RunningServer server, String kid) throws Exception {
        Instant deadline = Instant.now().plusSeconds(30);
        while (!kid(answer(server)).equals(kid)) {
            assertThat(Instant.now()).isBefore(deadline);
        }
    }

    private static ECDSAVerifier verifier(JWKSet keys, String kid) throws Exception {
        return new ECDSAVerifier(keys.getKeyByKeyId(kid).toECKey());
    }

    private static HttpResponse<String> certificate(RunningServer server, String kid) {
        return server.get("/bioserver-app/v2/signing-certificates/" + kid);
    }

    private static String kid(String answer) throws Exception {
        return JWSObject.parse(signature(answer)).getHeader().getKeyID();
    }

    private List<String> command(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(2, List.of("--data", data.toString()));
        try (CommandProcess process = CommandProcess.start(errors, all.toArray(String[]::new))) {
            List<String> lines = process.lines();
            assertThat(process.exitCode()).as(process.errors()).isZero();
            return lines;
        }
    }

    private static String answer(RunningServer server) {
        HttpResponse<String> answer =
                server.post(PATH, MultipartBody.match(Faces.anna(), Faces.annaAgain()));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String signature(String answer) {
        int start = answer.indexOf(MEMBER) + MEMBER.length();
        return answer.substring(start, answer.length() - 2);
    }
}
