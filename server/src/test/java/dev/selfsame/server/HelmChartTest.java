package dev.selfsame.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The chart, looked at and filled in by Helm. */
final class HelmChartTest {

    private static final Helm CHART =
            new Helm(Path.of("../deploy/helm/selfsame").toAbsolutePath().normalize());

    private static final Map<String, String> SHARED =
            Map.of(
                    "replicas", "3",
                    "settings.database.url", "jdbc:postgresql://db/selfsame",
                    "secret.name", "s",
                    "secret.keys[0]", "master-key",
                    "secret.keys[1]", "selfsame.biosession.redis-url",
                    "networkPolicy.egress.db.to[0].podSelector.matchLabels.app", "db",
                    "networkPolicy.egress.db.ports[0]", "5432");

    @Test
    void helmFindsNoFault() {
        LintResult result = CHART.lint().strict().call();

        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
    }

    @Test
    void onePodKeepsItsDataOnAVolume() {
        assertThat(template(Map.of())).contains("kind: PersistentVolumeClaim", "type: Recreate");
    }

    @Test
    void severalPodsShareWhatSecretsName() {
        assertThat(template(SHARED))
                .contains("replicas: 3", "kind: PodDisruptionBudget", "secretName: s")
                .contains("master-key-file: /run/secrets/selfsame/master-key")
                .doesNotContain("kind: PersistentVolumeClaim");
    }

    @Test
    void podsSpeakTlsWithASecret() {
        Map<String, String> values =
                Map.of("tls.secretName", "certificate", "tls.clientCertificates", "need");

        assertThat(template(values))
                .contains("secretName: certificate", "port: probes", "plain-port: 8081")
                .contains("client-certificates: need", "client-authorities: /run/tls/selfsame/ca");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    tls.clientCertificates, maybe
                    settings.database.url, null
                    secret.keys[0], selfsame.signing.rsa-bits
                    secret.keys[1], selfsame.signing.rsa-bits
                    secret.name, ''
                    serviceMonitor.enabled, true
                    ingress.enabled, true
                    ingress.paths[0], /actuator
                    replica, 3
                    """)
    void refusesWhatCannotWork(String name, String value) {
        Map<String, String> values = new TreeMap<>(SHARED);
        values.put(name, value);

        assertThatThrownBy(() -> template(values)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesADatabaseThatNoPodMayReach() {
        Map<String, String> values = new TreeMap<>(SHARED);
        values.keySet().removeIf(name -> name.startsWith("networkPolicy.egress.db"));

        assertThatThrownBy(() -> template(values)).isInstanceOf(IllegalStateException.class);
    }

    private static String template(Map<String, String> values) {
        TemplateCommand command = CHART.template().withName("bio").withKubeVersion("1.30.0");
        new TreeMap<>(values).forEach(command::set);
        return command.call();
    }
}
