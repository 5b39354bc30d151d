package dev.selfsame.server.api.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.api.Metered;
import dev.selfsame.server.status.ApiGroup;
import dev.selfsame.server.status.Part;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;
import dev.selfsame.server.version.Version;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The status page as strangers see it. */
@ExtendWith(ServerExtension.class)
final class StatusRouteTest {

    private static final Pattern LOADED = Pattern.compile("(?:href|src)=\"([^\"#]+)\"");

    @Test
    void everybodyIsToldWhetherThePartsWork(RunningServer server) {
        HttpResponse<String> answer = server.get("/status.json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        JsonNode status = JsonMapper.builder().build().readTree(answer.body());
        assertThat(status.get("state").stringValue()).isIn("up", "unknown");
        assertThat(ids(status.get("parts")))
                .isEqualTo(Arrays.stream(Part.values()).map(Part::id).toList());
        assertThat(ids(status.get("apis")))
                .isEqualTo(Arrays.stream(ApiGroup.values()).map(ApiGroup::id).toList());
        for (JsonNode api : status.get("apis")) {
            assertThat(api.get("all").propertyNames())
                    .containsExactly(
                            "p50Millis", "p95Millis", "p99Millis", "errorRate", "refusedRate");
        }
        for (JsonNode part : status.get("parts")) {
            assertThat(part.get("days")).hasSize(90);
            LocalDate first = LocalDate.parse(part.get("days").get(0).get("day").stringValue());
            LocalDate last = LocalDate.parse(part.get("days").get(89).get("day").stringValue());
            assertThat(first.plusDays(89)).isEqualTo(last);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/status", "/status.json"})
    void theAnswerIsTheSameForAWhileWhoeverAsks(String path, RunningServer server) {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.headers().allValues("Cache-Control"))
                .containsExactly("public, max-age=15");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Vary")).isEmpty();
        assertThat(
                        server.get(
                                        path + "?x=%3Cscript%3Ealert(1)%3C/script%3E",
                                        "apikey",
                                        server.apiKey())
                                .body())
                .doesNotContain("alert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/status", "/status.json"})
    void nothingTellsOfTenantsNumbersOrVersions(String path, RunningServer server) {
        server.newTenantKey("status-tenant");
        server.get(
                "/bioserver-app/v2/bio-sessions/x", "apikey", server.newTenantKey("status-tenant"));

        String body = server.get(path).body();

        assertThat(body)
                .doesNotContain(
                        "status-tenant",
                        "default",
                        Version.current().text(),
                        System.getProperty("java.version"),
                        "Spring",
                        "Tomcat",
                        "H2",
                        "PostgreSQL",
                        "\"requests\":");
    }

    @Test
    void thePageWorksWithoutScriptsAndLoadsNothingFromElsewhere(RunningServer server) {
        HttpResponse<String> page = server.get("/status");

        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'self'; img-src 'self';")
                .doesNotContain("script", "unsafe");
        assertThat(page.body()).doesNotContain("<script", "style=\"", "http:", "https:");
        List<String> loaded = new ArrayList<>();
        LOADED.matcher(page.body()).results().forEach(it -> loaded.add(it.group(1)));
        assertThat(loaded)
                .contains(
                        "status/look.css", "status/tables.css", "status/status.css", "status.json");
        for (String name : loaded) {
            assertThat(server.get("/" + name).statusCode()).as(name).isEqualTo(200);
        }
        assertThat(server.get("/status/status.css").headers().firstValue("Content-Type"))
                .hasValue("text/css;charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/status/nothing.css",
                "/status/..%2fdocs%2findex.html",
                "/status/%2e%2e/portal/index.html",
                "/status/look.css/",
                "/status.xml",
                "/status.json/x"
            })
    void nothingElseIsThere(String path, RunningServer server) {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.body()).doesNotContain("<html");
    }

    @Test
    void aSlashAtTheEndLeadsToThePage(RunningServer server) {
        HttpResponse<String> answer = server.get("/status/");

        assertThat(answer.statusCode()).isEqualTo(307);
        assertThat(answer.headers().firstValue("Location")).hasValue("../status");
        assertThat(server.send(server.to("/status").POST(BodyPublishers.noBody())).statusCode())
                .isEqualTo(405);
    }

    @Test
    void everyCountedOperationBelongsToAnApi(RunningServer server) {
        // why a request first: Spring's dispatcher knows its mappings from then on
        server.get("/status");
        List<String> operations = new ArrayList<>();
        for (HandlerMapping each :
                Objects.requireNonNull(server.part(DispatcherServlet.class).getHandlerMappings())) {
            if (each instanceof RequestMappingHandlerMapping mappings) {
                mappings.getHandlerMethods().values().stream()
                        .map(route -> route.getMethodAnnotation(Metered.class))
                        .filter(Objects::nonNull)
                        .forEach(metered -> operations.add(metered.value()));
            }
        }

        assertThat(operations).hasSizeGreaterThan(30);
        assertThat(operations)
                .allSatisfy(name -> assertThat(ApiGroup.ofOperation(name)).isPresent());
        assertThat(ApiGroup.ofOperation("")).isEmpty();
        assertThat(ApiGroup.ofOperation("portal.match")).isEmpty();
    }

    private static List<String> ids(JsonNode array) {
        return array.valueStream().map(it -> it.get("id").stringValue()).toList();
    }
}
