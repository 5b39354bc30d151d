package dev.selfsame.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.selfsame.server.store.jdbc.DatabaseOptions;
import dev.selfsame.server.testing.CommandProcess;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.DocumentedPrograms;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.Webcam;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The first hour with a server: its portal, a key, the quick start's own commands with that key,
 * the capture page, and the usage that all of it made. Every page is judged by axe-core and drawn
 * into {@code target/screens}.
 */
final class NewcomersWalkTest {

    private static final Path SCREENS = Path.of("target/screens");
    private static final String CAPTURES = "/video-server/init-liveness-session";
    private static final Path QUICK_START = Path.of("../docs/quick-start.md");
    private static final Pattern CONSOLE =
            Pattern.compile("```console\\n(\\$ .*?)\\n```", Pattern.DOTALL);

    /** What axe-core calls so keeps people out. */
    private static final List<String> GRAVE = List.of("serious", "critical");

    @TempDir private Path folder;
    private Browser browser;
    private CommandProcess server;
    private JsonNode ready;

    @BeforeEach
    void start() throws IOException {
        browser = Browser.find();
        Webcam.require();
        assumeTrue(DocumentedPrograms.isInstalled("curl", "--version"), "no curl here");
        Files.createDirectories(SCREENS);
        server =
                CommandProcess.start(
                        folder,
                        Map.of(),
                        "serve",
                        "--json",
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("data").toString());
        ready = JsonMapper.builder().build().readTree(server.line());
    }

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void findsItsWayFromTheFirstStartToTheUsageOfTheFirstDay() throws Exception {
        String key = makeKey();

        String said = followQuickStart(key);

        assertThat(said).contains("\"score\":").contains("\"Match\":true");
        seeCapturePage(key);
        assertThat(seeUsage()).contains("5 requests: 5 answered");
        assertThat(seeSessions()).contains("1 session open");
        seeStatus();
    }

    private String makeKey() throws Exception {
        BrowserTask task =
                judged(signedIn(BrowserTask.open(portal())), "portal-overview")
                        .evaluate("location.hash = '#/tenants/default/keys'")
                        .await(shown("keys"))
                        .click("#create-key")
                        .fill("#key-name", "first steps");
        for (String scope : List.of("match", "multibiometrics-read", "multibiometrics-write")) {
            task = task.click("#scope-" + scope);
        }
        task =
                judged(task, "portal-new-key")
                        .click("dialog button[type=submit]")
                        .await("document.querySelector('#secret') !== null")
                        .evaluate("document.querySelector('#secret').value");
        List<JsonNode> values = run(task);
        return values.getLast().asString();
    }

    /** The commands of the quick start, but for the programs of its own and the capture. */
    private String followQuickStart(String key) throws Exception {
        Files.write(folder.resolve("first.jpg"), Faces.anna());
        Files.write(folder.resolve("second.jpg"), Faces.annaAgain());
        Path kept = Files.createDirectories(folder.resolve("copy/data"));
        Files.writeString(kept.resolve("initial-api-key"), key);
        StringBuilder script = new StringBuilder("set -e\ncd copy; cp ../*.jpg .\n");
        CONSOLE.matcher(Files.readString(QUICK_START))
                .results()
                .map(MatchResult::group)
                .filter(block -> !block.contains("./selfsame") && !block.contains("liveness"))
                .map(block -> block.replace("```console", "").replace("```", ""))
                .map(block -> block.replaceAll("(?m)^\\$ ", ""))
                .map(block -> block.replace("http://127.0.0.1:8080", address()))
                .forEach(script::append);
        Files.writeString(folder.resolve("steps.sh"), script);

        int exit = DocumentedPrograms.run(folder, Map.of(), "sh", "steps.sh");

        String said = Files.readString(folder.resolve(DocumentedPrograms.OUTPUT));
        assertThat(exit).as(said).isZero();
        return said;
    }

    private void seeCapturePage(String key) throws Exception {
        BrowserTask task =
                BrowserTask.open(address() + "/capture/#key=" + key)
                        .withWebcam(Webcam.ofNobody(folder))
                        .await("document.querySelector('button.main') !== null");
        run(judged(task, "capture"));
    }

    private String seeUsage() throws Exception {
        BrowserTask task =
                signedIn(BrowserTask.open(portal()))
                        .evaluate("location.hash = '#/tenants/default/usage'")
                        .await(shown("usage") + " && document.querySelector('.plot svg') !== null")
                        .evaluate("document.querySelector('#usage-sum').textContent");
        return run(judged(task, "portal-usage")).stream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(it -> it.contains("requests"))
                .findFirst()
                .orElse("");
    }

    /** One session, opened with the server's first key as programs do. */
    private String seeSessions() throws Exception {
        String key = Files.readString(folder.resolve("data/initial-api-key")).strip();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest opening =
                    HttpRequest.newBuilder(URI.create(address() + CAPTURES))
                            .header("apikey", key)
                            .header("Content-Type", "application/json")
                            .POST(
                                    BodyPublishers.ofString(
                                            "{\"livenessMode\":\"LIVENESS_PASSIVE\","
                                                    + "\"correlationId\":\"order 4711\"}"))
                            .build();
            assertThat(client.send(opening, BodyHandlers.discarding()).statusCode()).isEqualTo(201);
        }
        BrowserTask task =
                signedIn(BrowserTask.open(portal()))
                        .evaluate("location.hash = '#/tenants/default/sessions'")
                        .await(shown("sessions"))
                        .evaluate("document.querySelector('#sessions-sum').textContent");
        return run(judged(task, "portal-sessions")).stream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(it -> it.contains("open"))
                .findFirst()
                .orElse("");
    }

    /** After 40 days, one of them bad and one without a server; on a desk and on a phone. */
    private void seeStatus() throws Exception {
        fillFortyDays();
        String bars = "document.querySelectorAll('.days rect.%s').length";
        BrowserTask page =
                BrowserTask.open(address() + "/status")
                        .await("document.querySelector('.summary.good') !== null")
                        .evaluate(bars.formatted("bad"))
                        .evaluate(bars.formatted("fair"))
                        .evaluate("document.querySelectorAll('.times rect.half').length")
                        .evaluate("document.documentElement.scrollWidth");
        String opened =
                "document.querySelectorAll('details').forEach(it => it.setAttribute('open', ''))";

        String down = "document.querySelector('.times').scrollIntoView({ block: 'center' })";

        List<JsonNode> desk = run(shot(judged(page, "status").evaluate(down), "status-times"));
        List<JsonNode> phone =
                run(
                        shot(
                                        judged(page.onPhone(), "status-phone").evaluate(down),
                                        "status-times-phone")
                                .evaluate(opened)
                                .judge()
                                .evaluate("document.documentElement.scrollWidth"));

        assertThat(desk.subList(0, 2).stream().map(JsonNode::asInt)).containsExactly(8, 8);
        assertThat(desk.get(2).asInt()).as("days with times").isGreaterThanOrEqualTo(78);
        assertThat(phone.get(3).asInt()).as("nothing sticks out").isEqualTo(360);
        assertThat(phone.getLast().asInt()).as("nor of the tables").isEqualTo(360);
    }

    private void fillFortyDays() {
        Databases.alter(
                DatabaseOptions.EMBEDDED,
                folder.resolve("data/db/selfsame"),
                """
                merge into status_minutes
                select dateadd(day, -x, current_date), id,
                    case x when 17 then 300 else 1440 end,
                    case x when 17 then 200 when 23 then 1431 else 1440 end, 1439, 1439
                from system_range(1, 40), (values ('service'), ('faces'), ('fingers'),
                    ('liveness'), ('database'), ('sessions'), ('media'), ('callbacks')) as part (id)
                where x <> 9;
                insert into status_latency
                select dateadd(day, -x, current_date), id,
                    bucket + mod(x * x, 3) + case x when 17 then 3 else 0 end,
                    case bucket when 12 then 900 when 14 then 500 else 90 end
                from system_range(1, 40), (values (12), (14), (17)) as times (bucket),
                    (values ('biometric-services'), ('multibiometrics')) as api (id)
                where x <> 9;
                insert into status_requests
                select dateadd(day, -x, current_date), id, 1490,
                    case x when 17 then 9 else 0 end, 0
                from system_range(1, 40),
                    (values ('biometric-services'), ('multibiometrics')) as api (id)
                where x <> 9
                """);
    }

    private BrowserTask signedIn(BrowserTask page) {
        return judged(page.await("document.querySelector('#password') !== null"), "portal-sign-in")
                .fill("#name", ready.get("portalUser").asString())
                .fill("#password", ready.get("portalPassword").asString())
                .click("#sign-in button[type=submit]")
                .await(shown("overview"));
    }

    private static String shown(String view) {
        return "document.body.dataset.view === '%s'".formatted(view)
                + " && document.querySelector('main').getAttribute('aria-busy') === 'false'";
    }

    /** Looks at the page as axe-core does and as people do. */
    private static BrowserTask judged(BrowserTask task, String name) {
        return shot(task.judge(), name);
    }

    private static BrowserTask shot(BrowserTask task, String name) {
        return task.shoot(SCREENS.resolve(name + ".png").toAbsolutePath());
    }

    private List<JsonNode> run(BrowserTask task) throws Exception {
        List<JsonNode> values = browser.run(task).values();
        for (JsonNode value : values) {
            for (JsonNode finding :
                    value.isArray() ? BrowserReport.elements(value) : List.<JsonNode>of()) {
                assertThat(GRAVE)
                        .as(finding.toString())
                        .doesNotContain(finding.path("impact").asString());
            }
        }
        return values;
    }

    private String portal() {
        return ready.get("portal").asString();
    }

    private String address() {
        return ready.get("address").asString();
    }
}
