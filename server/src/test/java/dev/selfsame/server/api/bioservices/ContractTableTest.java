package dev.selfsame.server.api.bioservices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.GoldenExchange;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every code that the contract lists for an endpoint has a golden exchange. */
final class ContractTableTest {

    // why no 404 for the first: it is the answer of an address where no server is
    private static final String TABLE =
            """
            GET    /v2/capabilities                    *         200 401 500
            GET    /v2/monitor                         *         200 500
            POST   /v2/bio-sessions                    *         201 400 401 403 429 500
            GET    /v2/bio-sessions/ID                 *         200 400 401 403 404 500
            DELETE /v2/bio-sessions/ID                 *         204 401 404 409 500
            POST   /v2/bio-sessions/ID/faces           multipart 201 400 401 403 413 500
            POST   /v2/bio-sessions/ID/faces           json      201 400 401 403 500
            GET    /v2/bio-sessions/ID/faces           *         200 400 401 403 404 500
            DELETE /v2/bio-sessions/ID/faces           *         204 400 401 403 404 500
            GET    /v2/bio-sessions/ID/faces/ID        *         200 400 401 403 404 500
            DELETE /v2/bio-sessions/ID/faces/ID        *         204 400 401 403 404 500
            GET    /v2/bio-sessions/ID/faces/ID/image  *         200 204 400 401 403 404 500
            GET    /v2/bio-sessions/ID/faces/ID/matches *        200 400 401 403 404 500
            POST   /v2/faces                           *         200 400 401 403 413 429 500
            POST   /v2/match/images                    *         200 400 401 403 413 429 500
            POST   /v2/match                           *         200 400 401 403 413 429 500
            POST   /v2/ages                            *         200 400 401 413 429 500
            POST   /v2/bio-sessions/ID/init-liveness-parameters * 200 400 401 403 404 409 500
            GET    /v2/bio-sessions/ID/init-liveness-parameters * 200 400 401 403 404 500
            POST   /v3/bio-sessions/ID/replay-liveness-metadata * 202 400 401 403 404 409 413 500
            POST   /v2/bio-sessions/ID/replay-liveness-metadata * 202
            GET    /v3/bio-sessions/ID/replay-liveness-metadata * 200 400 401 403 404 500
            GET    /v2/bio-sessions/ID/replay-liveness-metadata * 200
            GET    /v2/bio-sessions/ID/liveness-challenge-result * 200 401 403 404
            GET    /v2/bio-sessions/ID/liveness-challenge-result/LIVENESS_ACTIVE/HIGH * 200
            """;

    /** A line of the table; the path is a pattern. */
    record Row(String method, String path, String type, Set<Integer> codes) {

        static Row of(String line) {
            String[] words = line.split(" +");
            Set<Integer> codes = new TreeSet<>();
            Arrays.stream(words).skip(3).map(Integer::valueOf).forEach(codes::add);
            String path = "/bioserver-app" + words[1].replace("ID", "[^/?]+") + "(\\?.*)?";
            return new Row(words[0], path, words[2], codes);
        }

        boolean isOf(GoldenExchange exchange) throws IOException {
            String request = Files.readString(exchange.request());
            String[] line = request.lines().findFirst().orElseThrow().split(" ", -1);
            return line[0].equals(method)
                    && line[1].matches(path)
                    && (type.equals("*")
                            || request.lines()
                                    .anyMatch(it -> it.matches("Content-Type: .*" + type + ".*")));
        }
    }

    static Stream<Row> table() {
        return TABLE.lines().map(Row::of);
    }

    @ParameterizedTest
    @MethodSource("table")
    void noCodeIsMissing(Row row) throws IOException {
        Set<Integer> seen = new TreeSet<>();
        for (GoldenExchange exchange : all()) {
            if (row.isOf(exchange)) {
                seen.add(exchange.expected().status());
            }
        }

        assertThat(seen).containsAll(row.codes());
    }

    private static List<GoldenExchange> all() throws IOException {
        List<GoldenExchange> all = new ArrayList<>(ContractTest.exchanges());
        all.addAll(ContractFailuresTest.large());
        all.addAll(ContractFailuresTest.busy());
        all.addAll(ContractFailuresTest.broken());
        return all;
    }
}
