package dev.selfsame.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.portal.NewPassword;
import dev.selfsame.server.portal.PortalRole;
import dev.selfsame.server.portal.PortalUsers;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.UUID;

/** The pages that everybody may open, in every state, and at addresses that somebody sent. */
@ExtendWith(ServerExtension.class)
final class PublicPagesTest {

    private static final String OPERATION = ".opblock .opblock-summary-control";

    private static final String READY =
            "document.querySelector('main').getAttribute('aria-busy') === 'false'";

    private final PageStates states = new PageStates();
    private Browser browser;

    @BeforeEach
    void findBrowser() {
        browser = Browser.find();
    }

    @Test
    void theReferenceIsForEverybody(RunningServer server) throws Exception {
        BrowserTask task = reference(BrowserTask.open("about:blank"), server, "multibiometrics");
        task = states.look(task, "docs-multibiometrics");
        task = reference(task, server, "video-server");
        task = states.look(task.click(OPERATION), "docs-video-server");
        task = reference(task, server, "status");
        task = states.look(task.click(OPERATION), "docs-status");
        task = reference(task, server, "bioservices");
        task = states.look(task, "docs-bioservices");
        task = states.look(task.click(".btn.authorize"), "docs-authorize");
        task = task.click(".auth-container .btn-done").click(OPERATION).click(".try-out__btn");
        task = states.look(task, "docs-try-out");

        BrowserReport report = browser.run(task);

        assertThat(PageStates.check(report)).hasSize(6);
        assertThat(report.console()).isEmpty();
    }

    @Test
    void theCaptureIsForEverybody(RunningServer server) throws Exception {
        BrowserTask task =
                BrowserTask.open(server.address() + "/capture/")
                        .await("document.querySelector('button.main') !== null");
        task = states.look(task, "capture-setup");
        task = states.look(task.pick("verify").click("button.main"), "capture-no-photo");
        task =
                states.look(
                        task.pick("age").click("summary").pick("enrol").click("button.main"),
                        "capture-no-key");
        task = task.fill("#key", "mistyped").click("button.main").await(screen("result"));
        task = states.look(task, "capture-refused");
        task =
                task.click("#over")
                        .click("#forget")
                        .fill("#key", server.apiKey())
                        .click("button.main")
                        .await("document.querySelector('#veil').hidden")
                        .await("document.querySelector('#instruction').textContent !== ''");
        // why a tree without a face: the browser's own picture shows none, so it goes on
        task = states.look(task, "capture-running");
        task = states.look(task.click("#cancel").await(screen("setup")), "capture-cancelled");

        BrowserReport report = browser.run(task);

        assertThat(PageStates.check(report)).hasSize(6);
    }

    @Test
    void noAddressMakesAPageRunWhatItSays(RunningServer server) throws Exception {
        NewPassword user =
                server.part(PortalUsers.class)
                        .create(
                                "u" + UUID.randomUUID().toString().substring(0, 18),
                                PortalRole.ADMINISTRATOR,
                                null);
        BrowserTask task =
                BrowserTask.open(server.address() + "/portal/?next=javascript:window.ran=1")
                        .await("document.querySelector('#name') !== null")
                        .fill("#name", user.name())
                        .fill("#password", user.text())
                        .click("#sign-in button[type=submit]")
                        .await("document.body.dataset.view === 'overview'");
        for (String text : HostileTexts.ALL) {
            String query = HostileTexts.encoded(text);
            for (String hash :
                    List.of(
                            "#/tenants/" + query + "/keys",
                            "#/overview?tenant=" + query,
                            "#/audit?tenant=" + query + "&action=" + query)) {
                task = task.follow(hash).await(READY).evaluate(HostileTexts.TRACES);
            }
        }
        String all = HostileTexts.encoded(String.join(" ", HostileTexts.ALL));
        task =
                task.visit(server.address() + "/docs/?api=" + all + "&url=" + all + "#/" + all)
                        .await("document.body.dataset.shown !== undefined")
                        .evaluate(HostileTexts.TRACES)
                        .visit(server.address() + "/capture/?x=" + all + "#key=" + all)
                        .await("!document.querySelector('#key-known').hidden")
                        .evaluate(HostileTexts.TRACES);
        String foreign = server.address() + "/docs/?url=https://evil.example/a.json&configUrl=//x";
        task =
                task.visit(foreign)
                        .await("document.body.dataset.shown === 'bioservices'")
                        .evaluate("document.querySelector('#document').href");

        BrowserReport report = browser.run(task);

        List<JsonNode> traces = report.values().subList(0, report.values().size() - 1);
        assertThat(traces).hasSize(3 * HostileTexts.ALL.size() + 2);
        traces.forEach(it -> HostileTexts.assertNoneRan("an address", it));
        HostileTexts.assertNothingWasRefused(report);
        assertThat(report.value().asString())
                .isEqualTo(server.address() + "/docs/openapi/bioservices.json");
    }

    private static BrowserTask reference(BrowserTask task, RunningServer server, String api) {
        return task.visit(server.address() + "/docs/?api=" + api)
                .await("document.body.dataset.shown === '" + api + "'")
                .await("document.querySelectorAll('.opblock').length > 0");
    }

    private static String screen(String name) {
        return "document.body.dataset.screen === '" + name + "'";
    }
}
