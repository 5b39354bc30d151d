package dev.selfsame.server.api.bioservices;

import dev.selfsame.server.testing.GoldenExchange;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ContractTest {

    static final Path FOLDER = Path.of("src/test/resources/contract/bioservices");

    private final Map<String, byte[]> forAll = new HashMap<>();
    private final Map<String, byte[]> unchanged = new HashMap<>();

    static List<GoldenExchange> exchanges() throws IOException {
        return GoldenExchange.in(FOLDER);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exchanges")
    void answersAsWritten(GoldenExchange exchange, RunningServer server) throws IOException {
        exchange.check(server, values(server, exchange));
    }

    private Map<String, byte[]> values(RunningServer server, GoldenExchange exchange)
            throws IOException {
        String request = Files.readString(exchange.request());
        if (forAll.isEmpty()) {
            forAll.putAll(ContractValues.ofAll(server));
        }
        Map<String, byte[]> values = new HashMap<>(forAll);
        if (request.contains("{{session}}") || request.contains("{{face-json}}")) {
            boolean changes =
                    !request.startsWith("GET ")
                            && !exchange.name().matches(".*-(without|of-no|bad-path).*");
            if (changes) {
                ContractValues.addSession(server, values);
            } else {
                if (unchanged.isEmpty()) {
                    ContractValues.addSession(server, unchanged);
                }
                values.putAll(unchanged);
            }
        }
        if (request.contains("{{bare-session}}")) {
            ContractValues.addBareSession(server, values);
        }
        if (request.contains("{{held-session}}")) {
            ContractValues.addHeldSession(server, values);
        }
        if (request.contains("{{replay-session}}")) {
            ContractReplays.addAsked(server, values);
        }
        if (request.contains("{{running-session}}")) {
            ContractReplays.addRunning(server, values);
        }
        if (request.contains("{{judged-session}}")) {
            ContractReplays.addJudged(server, values);
        }
        return values;
    }
}
