package dev.selfsame.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.Authority;
import dev.selfsame.server.testing.Authority.Issued;
import dev.selfsame.server.testing.RunningServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Health of a server with TLS, under a certificate that Java does not know. */
final class HealthOverTlsTest {

    private static final String READINESS = "/actuator/health/readiness";

    @TempDir private static Path folder;

    private static Authority authority;
    private static Issued own;
    private static RunningServer server;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() throws Exception {
        authority = new Authority("authority");
        // why no address in it: so certificates are, and the command asks by the address
        own = authority.issueFor("bio.example", "localhost");
        server =
                RunningServer.start(
                        folder.resolve("data"),
                        Map.of(
                                "selfsame.tls.certificate",
                                file("own.pem", own.certificatePem()),
                                "selfsame.tls.private-key",
                                file("own.key", own.keyPem())));
        file("authority.pem", authority.pem());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theServerOfTheSettingsIsBelievedByTheCertificateThatTheyName() throws Exception {
        assertThat(healthWith("own.pem", "")).as(err.toString()).isZero();

        assertThat(out.toString()).isEqualToIgnoringNewLines("ready");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aRenewedCertificateThatIsNotTakenOverYetIsNoFailure() throws Exception {
        Issued renewed = authority.issueFor("bio.example", "localhost");
        file("renewed.pem", renewed.certificatePem() + authority.pem());

        assertThat(healthWith("renewed.pem", "")).as(err.toString()).isZero();
    }

    @Test
    void anotherServerInItsPlaceIsNotBelieved() throws Exception {
        file("of-others.pem", authority.issueFor("other.example").certificatePem());
        file(
                "of-authority.pem",
                authority.issueFor("other.example").certificatePem() + authority.pem());
        file(
                "namesake.pem",
                new Authority("authority").issueFor("bio.example", "localhost").certificatePem());

        for (String certificate :
                new String[] {"of-others.pem", "of-authority.pem", "namesake.pem"}) {
            assertThat(healthWith(certificate, "")).as(certificate).isOne();
        }
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .hasSize(3)
                .allMatch(it -> it.contains(": it shows another certificate than selfsame.tls."));
    }

    @Test
    void aFileThatIsNoCertificateIsNamedAndNotQuoted() throws Exception {
        file("broken.pem", "-----BEGIN CERTIFICATE-----\nhush\n-----END CERTIFICATE-----\n");

        assertThat(healthWith("broken.pem", "")).isOne();
        assertThat(healthWith("missing.pem", "")).isOne();
        assertThat(byUrl("localhost", "broken.pem")).isOne();
        assertThat(byUrl("localhost", "missing.pem")).isOne();

        assertThat(err.toString().lines())
                .satisfiesExactly(
                        it -> assertThat(it).contains("selfsame.tls.certificate: no certificate"),
                        it -> assertThat(it).contains("missing.pem cannot be read; correct the"),
                        it -> assertThat(it).contains("--ca: no certificate in PEM"),
                        it -> assertThat(it).contains("--ca: ", "missing.pem cannot be read"));
        assertThat(err.toString()).doesNotContain("hush", "Exception");
    }

    @Test
    void whereCertificatesOfClientsAreNeededItSaysWhichPortToOpen() throws Exception {
        String clients =
                "\n    client-certificates: need\n    client-authorities: "
                        + folder.resolve("authority.pem");

        assertThat(healthWith("own.pem", clients)).isOne();

        assertThat(err.toString()).contains("set selfsame.tls.plain-port");
    }

    @Test
    void anAddressIsBelievedByTheFileThatIsNamedIfItsNameFits() {
        assertThat(byUrl("localhost", "authority.pem")).as(err.toString()).isZero();
        assertThat(byUrl("localhost", "own.pem")).as(err.toString()).isZero();
        assertThat(err.toString()).isEmpty();

        assertThat(byUrl("127.0.0.1", "authority.pem")).isOne();
        assertThat(run("health", "--url", url("localhost"))).isOne();

        assertThat(err.toString().lines())
                .hasSize(2)
                .allMatch(it -> it.contains("is not believed, has ended or is for another name"));
    }

    @Test
    void tlsIsNotLookedForWhereThereIsNone() throws Exception {
        String plain = url("localhost").replace("https:", "http:");

        assertThat(run("health", "--url", plain)).isOne();
        assertThat(run("health", "--url", plain, "--ca", pathOf("authority.pem"))).isEqualTo(2);
        assertThat(run("health", "--ca", pathOf("authority.pem"))).isEqualTo(2);

        assertThat(err.toString()).contains("answers 400", "--ca: expected with a --url");
    }

    private int healthWith(String certificate, String more) throws IOException {
        String settings =
                "selfsame:\n  host: 0.0.0.0\n  port: %d\n  tls:\n    certificate: %s\n    private-key: %s%s\n"
                        .formatted(
                                server.address().getPort(),
                                folder.resolve(certificate),
                                folder.resolve("own.key"),
                                more);
        return run("health", "--config", file("settings.yaml", settings));
    }

    private int byUrl(String host, String authorities) {
        return run("health", "--url", url(host), "--ca", pathOf(authorities));
    }

    private static String url(String host) {
        return "https://" + host + ":" + server.address().getPort() + READINESS;
    }

    private static String pathOf(String name) {
        return folder.resolve(name).toString();
    }

    private static String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int run(String... arguments) {
        return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
