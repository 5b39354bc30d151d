package dev.selfsame.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.portal.NewPassword;
import dev.selfsame.server.portal.PortalRole;
import dev.selfsame.server.portal.PortalUsers;
import dev.selfsame.server.tenant.RetentionRules;
import dev.selfsame.server.tenant.TenantRetention;
import dev.selfsame.server.tenant.Tenants;
import dev.selfsame.server.testing.Fingers;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** Retention and receipts in the portal, as a tenant's user sees them on a phone. */
@ExtendWith(ServerExtension.class)
final class PrivacyPagesTest {

    private static final Path SCREENS = Path.of("target/screens");
    private static final String TENANT = "privacy-pages";
    private static final String WIDTH = "document.documentElement.scrollWidth";

    private Browser browser;

    @BeforeEach
    void findBrowser() throws IOException {
        browser = Browser.find();
        Files.createDirectories(SCREENS);
    }

    @Test
    void rulesAreSavedAndReceiptsDownloaded(RunningServer server) throws Exception {
        String key = server.newTenantKey(TENANT);
        send(server, key, "POST", "enroll");
        send(server, key, "DELETE", "delete");
        NewPassword user =
                server.part(PortalUsers.class).create("privacy-pages", PortalRole.TENANT, TENANT);

        BrowserReport report =
                browser.run(
                        BrowserTask.open(server.address() + "/portal/")
                                .onPhone()
                                .await("document.querySelector('#password') !== null")
                                .fill("#name", user.name())
                                .fill("#password", user.text())
                                .click("#sign-in button[type=submit]")
                                .await(shown("overview"))
                                .evaluate("location.hash = '#/tenants/" + TENANT + "/retention'")
                                .await(shown("retention"))
                                .fill("#people-days", "730")
                                .click("#ended-consents")
                                .click("#retention button[type=submit]")
                                .await(
                                        shown("retention")
                                                + " && document.querySelector('#message')"
                                                + ".textContent.includes('saved')")
                                .judge()
                                .evaluate(WIDTH)
                                .shoot(SCREENS.resolve("portal-retention.png").toAbsolutePath())
                                .evaluate("location.hash = '#/receipts'")
                                .await(shown("receipts"))
                                .judge()
                                .evaluate(WIDTH)
                                .shoot(SCREENS.resolve("portal-receipts.png").toAbsolutePath())
                                .evaluate(
                                        "fetch(document.querySelector('a[download]').href)"
                                                + ".then((it) => it.json())"
                                                + ".then((it) => it.reason)"));

        List<JsonNode> values = report.values();
        assertIsForEverybody(values.get(1));
        assertThat(values.get(2).asInt()).isEqualTo(360);
        assertIsForEverybody(values.get(4));
        assertThat(values.get(5).asInt()).isEqualTo(360);
        assertThat(report.value().asString()).isEqualTo("request");
        // why one line: the page asks who is signed in before anybody is
        assertThat(report.console()).allMatch(line -> line.contains("401")).hasSizeLessThan(2);
        assertThat(server.part(Tenants.class).retention(TENANT).map(TenantRetention::rules))
                .contains(new RetentionRules(730, null, true));
    }

    private static void send(RunningServer server, String key, String method, String operation) {
        String body =
                "{\"Person\":{\"CustomID\":\"anna\",\"Fingers\":[{\"Finger-1\":\"%s\"}]}}"
                        .formatted(Base64.getEncoder().encodeToString(Fingers.png(7)));
        int status =
                server.send(
                                server.to("/multibiometrics/" + operation)
                                        .header("apikey", key)
                                        .method(method, BodyPublishers.ofString(body)))
                        .statusCode();
        assertThat(status).isEqualTo(200);
    }

    private static void assertIsForEverybody(JsonNode findings) {
        assertThat(
                        findings.valueStream()
                                .filter(it -> !it.get("impact").asString().equals("minor"))
                                .filter(it -> !it.get("impact").asString().equals("moderate"))
                                .map(JsonNode::toString))
                .isEmpty();
    }

    private static String shown(String view) {
        return "document.body.dataset.view === '%s'".formatted(view)
                + " && document.querySelector('main').getAttribute('aria-busy') === 'false'";
    }
}
