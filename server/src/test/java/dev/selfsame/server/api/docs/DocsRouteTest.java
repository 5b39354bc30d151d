package dev.selfsame.server.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;

/** What lies at /docs, for everybody. */
@ExtendWith(ServerExtension.class)
final class DocsRouteTest {

    @ParameterizedTest
    @CsvSource({
        "/docs/, text/html",
        "/docs/reference.js, text/javascript",
        "/docs/swagger-ui.css, text/css",
        "/docs/openapi/bioservices.json, application/json",
        "/docs/openapi/multibiometrics.json, application/json",
        "/docs/openapi/video-server.json, application/json",
        "/docs/openapi/status.json, application/json",
        "/docs/postman/collection.json, application/json",
        "/docs/postman/environment.json, application/json"
    })
    void isServedToEverybodyAndKeptByCaches(String path, String type, RunningServer server) {
        HttpResponse<String> answer = server.get(path);
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = server.get(path, "If-None-Match", tag);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';")
                .doesNotContain("unsafe", "http");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void leadsToThePageBelowWhateverNameTheServerHas(RunningServer server) {
        HttpResponse<String> answer = server.get("/docs");

        assertThat(answer.statusCode()).isEqualTo(307);
        assertThat(answer.headers().firstValue("Location")).hasValue("docs/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/nothing.html",
                "/docs/../capture/index.html.bak",
                "/docs/%2e%2e/%2e%2e/application.yaml",
                "/docs/openapi/..%2f..%2fapplication.yaml",
                "/docs/openapi/../../../db/migration/V1__tenants_and_keys.sql",
                "/docs/openapi/",
                "/docs/a%00.json",
                "/docs//reference.js"
            })
    void nothingElseIsServed(String path, RunningServer server) {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).startsWith("{\"id\":\"");
    }
}
