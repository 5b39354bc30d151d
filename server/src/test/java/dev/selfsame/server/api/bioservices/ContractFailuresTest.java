package dev.selfsame.server.api.bioservices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.store.jdbc.DatabaseOptions;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.GoldenExchange;
import dev.selfsame.server.testing.RunningServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the contract lists for good requests to a server that is asked for too much, or is broken.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ContractFailuresTest {

    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_ENTRIES = 100;
    private static final String INSIDE =
            "(?i)select|api_key|sql|jdbc|exception|dev[./]selfsame|springframework|master.key|/tmp";

    private RunningServer server;
    private Map<String, byte[]> values;

    @BeforeAll
    void start(@TempDir Path data) {
        server =
                RunningServer.start(
                        data,
                        Map.of(
                                "selfsame.uploads.max-body-bytes",
                                Integer.toString(MOST_BYTES),
                                "selfsame.admission.workers",
                                "1",
                                "selfsame.admission.max-wait",
                                "300ms",
                                "selfsame.biosession.memory-entries",
                                Integer.toString(MOST_ENTRIES)));
        values = ContractValues.ofAll(server);
        ContractValues.addSession(server, values);
        ContractReplays.addAsked(server, values);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static List<GoldenExchange> large() throws IOException {
        return GoldenExchange.in(ContractTest.FOLDER, ContractTest.FOLDER.resolve("large"));
    }

    static List<GoldenExchange> busy() throws IOException {
        return GoldenExchange.in(ContractTest.FOLDER, ContractTest.FOLDER.resolve("busy"));
    }

    static List<GoldenExchange> broken() throws IOException {
        return GoldenExchange.in(ContractTest.FOLDER, ContractTest.FOLDER.resolve("broken"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("large")
    void refusesWhatIsTooLarge(GoldenExchange exchange) throws IOException {
        Map<String, byte[]> larger = new HashMap<>(values);
        byte[] tooLarge = Arrays.copyOf(Faces.anna(), MOST_BYTES + 1);
        larger.put("anna", tooLarge);
        larger.put("anna-again", tooLarge);
        larger.put("recording", tooLarge);

        assertTellsNothingOfTheInside(exchange.check(server, larger));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("busy")
    void refusesWhatItHasNoWorkerOrNoRoomFor(GoldenExchange exchange) throws Exception {
        SessionClient client = SessionClient.of(server);
        List<String> filling = new ArrayList<>();
        try (BusyWorkers _ = BusyWorkers.of(server)) {
            fillWithSessions(client, filling);

            assertTellsNothingOfTheInside(exchange.check(server, values));
        } finally {
            // why: the other tests need room, whichever comes first
            filling.forEach(client::delete);
        }
    }

    private static void fillWithSessions(SessionClient client, List<String> paths) {
        HttpResponse<String> opened = client.send("POST", SessionClient.SESSIONS, "{}");
        while (paths.size() < MOST_ENTRIES && opened.statusCode() == 201) {
            paths.add(SessionClient.path(opened));
            opened = client.send("POST", SessionClient.SESSIONS, "{}");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void hasNothingToSayAboutFaultsOfItsOwn(GoldenExchange exchange) throws IOException {
        alterDatabase("alter table api_key rename to api_key_elsewhere");
        try {
            assertTellsNothingOfTheInside(exchange.check(server, values));
        } finally {
            alterDatabase("alter table api_key_elsewhere rename to api_key");
        }
    }

    private void alterDatabase(String sql) {
        Databases.alter(DatabaseOptions.EMBEDDED, server.data().database(), sql);
    }

    @Test
    void aMasterKeyThatIsGoneIsSuchAFaultAndOverWhenItIsBack() throws IOException {
        SessionClient client = new SessionClient(server, server.newTenantKey("unsealed"));
        String session = client.open("{\"imageStorageEnabled\":true}");
        Path elsewhere = server.data().root().resolve("elsewhere");
        Files.move(server.data().masterKey(), elsewhere);
        HttpResponse<String> answer =
                client.post(session + "/faces", SessionClient.face(Faces.berta(), "SELFIE"));
        Files.move(elsewhere, server.data().masterKey());

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).matches("\\{\"id\":\"[0-9a-f-]{36}\"}");
        assertTellsNothingOfTheInside(answer);
        assertThat(client.add(session, Faces.berta())).startsWith(session);
    }

    private static void assertTellsNothingOfTheInside(HttpResponse<String> answer) {
        assertThat(answer.body()).doesNotContainPattern(INSIDE);
        assertThat(answer.headers().map().toString()).doesNotContainPattern(INSIDE);
        assertThat(answer.body())
                .contains(answer.headers().firstValue("X-Request-Id").orElseThrow());
    }
}
