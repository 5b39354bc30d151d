package dev.selfsame.server.api.bioservices;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;

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
import java.util.Base64;
import java.util.Map;

@ExtendWith(ServerExtension.class)
final class SignatureTest {

    private static final String PATH = "/bioserver-app/v2/match/images";
    private static final String MEMBER = ",\"signature\":\"";

    @TempDir private Path data;

    @Test
    void aLibraryVerifiesItWithTheServedKeySet(RunningServer server) throws Exception {
        JWSObject jws = JWSObject.parse(signature(answer(server)));
        JWK key =
                JWKSet.parse(server.get("/.well-known/jwks.json").body())
                        .getKeyByKeyId(jws.getHeader().getKeyID());

        assertThat(jws.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(jws.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
    }

    @Test
    void thePlatformVerifiesItWithTheServedCertificate(RunningServer server) throws Exception {
        String[] jws = signature(answer(server)).split("\\.", -1);
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
