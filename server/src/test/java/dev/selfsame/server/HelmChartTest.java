package dev.selfsame.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.selfsame.server.testing.DocumentedPrograms;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The chart, filled in by Helm; skipped where there is none, as ./check installs none. */
final class HelmChartTest {

    private static final String CHART =
            Path.of("../deploy/helm/selfsame").toAbsolutePath().normalize().toString();

    private static final List<String> SHARED =
            List.of(
                    "--set=replicas=3",
                    "--set=settings.database.url=jdbc:postgresql://db/selfsame",
                    "--set=secret.name=s",
                    "--set=secret.keys={master-key,selfsame.biosession.redis-url}",
                    "--set=networkPolicy.egress.db.to[0].podSelector.matchLabels.app=db",
                    "--set=networkPolicy.egress.db.ports={5432}");

    @TempDir private Path folder;

    @BeforeAll
    static void needsHelm() {
        assumeTrue(DocumentedPrograms.isInstalled("helm", "version"), "needs helm");
    }

    @Test
    void helmFindsNoFault() throws Exception {
        assertThat(helm("lint", "--strict", CHART)).as(this::said).isZero();
    }

    @Test
    void onePodKeepsItsDataOnAVolume() throws Exception {
        assertThat(template(List.of())).as(this::said).isZero();

        assertThat(said()).contains("kind: PersistentVolumeClaim", "type: Recreate");
    }

    @Test
    void severalPodsShareWhatSecretsName() throws Exception {
        assertThat(template(SHARED)).as(this::said).isZero();

        assertThat(said())
                .contains("replicas: 3", "kind: PodDisruptionBudget", "secretName: s")
                .contains("master-key-file: /run/secrets/selfsame/master-key")
                .doesNotContain("kind: PersistentVolumeClaim");
    }

    @Test
    void podsSpeakTlsWithASecret() throws Exception {
        assertThat(
                        template(
                                List.of(
                                        "--set=tls.secretName=certificate",
                                        "--set=tls.clientCertificates=need")))
                .as(this::said)
                .isZero();

        assertThat(said())
                .contains("secretName: certificate", "port: probes", "plain-port: 8081")
                .contains("client-certificates: need", "client-authorities: /run/tls/selfsame/ca");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--set=tls.clientCertificates=maybe",
                "--set=settings.database.url=null",
                "--set=secret.keys={master-key}",
                "--set=secret.keys={selfsame.biosession.redis-url}",
                "--set=secret.name=",
                "--set=networkPolicy.egress.db=null",
                "--set=serviceMonitor.enabled=true",
                "--set=ingress.enabled=true",
                "--set=ingress.paths={/actuator}",
                "--set=replica=3"
            })
    void refusesWhatCannotWork(String change) throws Exception {
        List<String> options = new ArrayList<>(SHARED);
        options.add(change);

        assertThat(template(options)).isNotZero();
    }

    private int template(List<String> options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("template", "bio", CHART));
        arguments.addAll(options);
        return helm(arguments.toArray(String[]::new));
    }

    private int helm(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("helm"));
        command.addAll(List.of(arguments));
        return DocumentedPrograms.run(folder, Map.of(), command.toArray(String[]::new));
    }

    private String said() {
        try {
            return Files.readString(folder.resolve(DocumentedPrograms.OUTPUT));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
