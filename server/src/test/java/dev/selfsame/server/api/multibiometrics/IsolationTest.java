package dev.selfsame.server.api.multibiometrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import dev.selfsame.server.api.Metered;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every operation, called by a tenant about a person of another one. */
@ExtendWith(ServerExtension.class)
final class IsolationTest {

    private static final String NAME = "shared-name-" + Bodies.freshId();

    private String theirs = "";

    @BeforeEach
    void enrol(RunningServer server) {
        theirs = server.newTenantKey("isolation-theirs");
        send(server, theirs, "DELETE", "/multibiometrics/delete", Bodies.nameOnly(NAME));
        HttpResponse<String> enrolled =
                send(server, theirs, "POST", "/multibiometrics/enroll", both(NAME));
        assertThat(enrolled.statusCode()).isEqualTo(200);
    }

    @Test
    void noOperationTellsAnythingOfAnotherTenantsPeople(RunningServer server) {
        String mine = server.newTenantKey("isolation-mine");
        String stranger = "nobody-" + Bodies.freshId();
        Map<String, Probe> probes = probes();
        assertThat(probes.keySet()).isEqualTo(operations());

        for (var probe : probes.entrySet()) {
            Probe it = probe.getValue();
            HttpResponse<String> about = it.send(server, mine, NAME);
            HttpResponse<String> aboutNobody = it.send(server, mine, stranger);

            assertThat(about.statusCode()).as(probe.getKey()).isEqualTo(aboutNobody.statusCode());
            assertThat(withoutIds(about, NAME))
                    .as(probe.getKey())
                    .isEqualTo(withoutIds(aboutNobody, stranger));
            // why after each: an operation that enrolled somebody of this name must not help the
            // next
            send(server, mine, "DELETE", "/multibiometrics/delete", Bodies.nameOnly(NAME));
            send(server, mine, "DELETE", "/multibiometrics/delete", Bodies.nameOnly(stranger));
        }

        HttpResponse<String> still =
                send(server, theirs, "POST", "/multibiometrics/verify", both(NAME));
        assertThat(still.body()).contains("\"Match\":true");
    }

    @Test
    void aTenantsNumbersSayNothingOfOthers(RunningServer server) {
        String fresh = server.newTenantKey("isolation-" + Bodies.freshId().substring(5, 25));

        HttpResponse<String> first =
                send(server, fresh, "POST", "/multibiometrics/enroll", both(NAME));

        assertThat(first.body()).contains("\"BioPassID\":\"1\"").contains(NAME);
    }

    /** How an operation is called about a person of a name. */
    private record Probe(String method, String path, String body) {

        HttpResponse<String> send(RunningServer server, String key, String name) {
            return IsolationTest.send(server, key, method, path, body.replace("{name}", name));
        }
    }

    private static Map<String, Probe> probes() {
        Map<String, Probe> probes = new TreeMap<>();
        for (String operation : Set.of("enroll", "verify")) {
            probes.put(
                    "multibiometrics." + operation,
                    new Probe("POST", "/multibiometrics/" + operation, both("{name}")));
        }
        probes.put(
                "multibiometrics.update",
                new Probe("PUT", "/multibiometrics/update", both("{name}")));
        probes.put(
                "multibiometrics.delete",
                new Probe("DELETE", "/multibiometrics/delete", Bodies.nameOnly("{name}")));
        probes.put(
                "multibiometrics.identify",
                new Probe(
                        "POST",
                        "/multibiometrics/identify",
                        "{\"Identify\":{\"TargetFPIR\":1,\"Face\":[{\"Face-1\":\""
                                + Bodies.ANNA
                                + "\"}],\"Fingers\":[{\"Finger-1\":\""
                                + Bodies.FINGER
                                + "\"}]}}"));
        probes.put(
                "multibiometrics.consent",
                new Probe("POST", "/multibiometrics/consent", Bodies.nameOnly("{name}")));
        probes.put(
                "multibiometrics.set-consent",
                new Probe(
                        "PUT",
                        "/multibiometrics/consent",
                        Bodies.person("{name}", "\"Consent\":" + ConsentTest.CONSENT)));
        probes.put(
                "multibiometrics.receipt",
                new Probe("GET", "/multibiometrics/receipt?ID=nobody", ""));
        // why these hold no name: they work on what the request brings and keep nothing
        for (String tool :
                Set.of(
                        "match",
                        "extract",
                        "wsq_encode",
                        "decode",
                        "face_detect",
                        "liveness",
                        "anonymizer")) {
            probes.put(
                    "multibiometrics." + tool.replace('_', '-'),
                    new Probe("POST", "/multibiometrics/" + tool, "{\"Person\":\"{name}\"}"));
        }
        for (String tool : Set.of("check_icao", "icao_crop", "check_nfiq")) {
            probes.put(
                    "quality." + tool.replace('_', '-'),
                    new Probe("POST", "/quality/" + tool, "{\"Person\":\"{name}\"}"));
        }
        return probes;
    }

    /** What is drawn or counted anew for everybody who is enrolled. */
    private static String withoutIds(HttpResponse<String> answer, String name) {
        return answer.body()
                .replace(name, "*")
                .replaceAll("[0-9]+x[0-9]{18}", "*")
                .replaceAll("\"BioPassID\":\"[0-9]+\"", "*");
    }

    /** The operations that there are, so that one that is added later is not forgotten. */
    private static Set<String> operations() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(IsolationTest.class.getPackageName())
                        .stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Metered.class))
                        .map(IsolationTest::operation)
                        .collect(Collectors.toSet());
    }

    private static String operation(JavaMethod method) {
        JavaAnnotation<JavaMethod> metered = method.getAnnotationOfType(Metered.class.getName());
        return String.valueOf(metered.get("value").orElseThrow());
    }

    private static String both(String name) {
        return Bodies.person(
                name,
                "\"Face\":[{\"Face-1\":\"%s\"}],\"Fingers\":[{\"Finger-1\":\"%s\"}]"
                        .formatted(Bodies.ANNA, Bodies.FINGER));
    }

    private static HttpResponse<String> send(
            RunningServer server, String key, String method, String path, String body) {
        return server.send(
                server.to(path)
                        .header("Ocp-Apim-Subscription-Key", key)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
    }
}
