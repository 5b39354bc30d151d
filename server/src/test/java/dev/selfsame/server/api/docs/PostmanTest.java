package dev.selfsame.server.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.DocumentedPrograms;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.RunningServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The Postman collection as it is served works from its first request to its last, in newman. */
final class PostmanTest {

    private static final Path NEWMAN = Path.of("../web/node_modules/newman/bin/newman.js");

    @TempDir private Path folder;
    @TempDir private Path data;

    @Test
    void everyRequestOfTheCollectionIsAnsweredAsItExpects() throws Exception {
        // why a server of its own: a capture that nobody makes is waited for
        Map<String, String> settings = Map.of("selfsame.challenge.result-wait", "0s");
        try (RunningServer server = RunningServer.start(data, settings)) {
            Files.write(folder.resolve("first.jpg"), Faces.anna());
            Files.write(folder.resolve("second.jpg"), Faces.annaAgain());
            fetch(server, "collection.json");
            fetch(server, "environment.json");
            fill(server);

            int exitCode = DocumentedPrograms.run(folder, Map.of(), command());

            assertThat(exitCode).as(said()).isZero();
            JsonNode run = ApiDocument.JSON.readTree(folder.resolve("report.json")).get("run");
            assertThat(run.at("/stats/assertions/failed").asInt()).isZero();
            assertThat(names(run))
                    .contains(
                            "Open a session",
                            "Add the second face",
                            "List the faces, oldest first",
                            "Compare a face with all others of the session",
                            "Compare two pictures",
                            "End a session",
                            "Enrol a person",
                            "Compare somebody with an enrolled person",
                            "Delete a person",
                            "Version and mode",
                            "Open a session in which a browser films somebody",
                            "The result of the capture; waits up to 10 s for it");
            assertThat(run.at("/stats/assertions/total").asInt()).isGreaterThan(names(run).size());
        }
    }

    private String[] command() {
        return new String[] {
            "node",
            NEWMAN.toAbsolutePath().normalize().toString(),
            "run",
            "collection.json",
            "--environment",
            "environment.json",
            "--working-dir",
            folder.toString(),
            "--color",
            "off",
            "--reporters",
            "cli,json",
            "--reporter-json-export",
            "report.json"
        };
    }

    private void fetch(RunningServer server, String name) throws IOException {
        Files.writeString(folder.resolve(name), server.get("/docs/postman/" + name).body());
    }

    /** As whoever uses it fills in the environment. */
    private void fill(RunningServer server) throws IOException {
        Path file = folder.resolve("environment.json");
        JsonNode environment = ApiDocument.JSON.readTree(file);
        Map<String, String> values =
                Map.of(
                        "baseUrl", server.address().toString(),
                        "apiKey", server.apiKey(),
                        "firstPicture", Base64.getEncoder().encodeToString(Faces.anna()),
                        "secondPicture", Base64.getEncoder().encodeToString(Faces.annaAgain()));
        assertThat(environment.get("values")).hasSize(values.size());
        for (JsonNode variable : environment.get("values")) {
            ((ObjectNode) variable).put("value", values.get(variable.get("key").asString()));
        }
        Files.writeString(file, environment.toString());
    }

    private static List<String> names(JsonNode run) {
        return run.get("executions")
                .valueStream()
                .map(it -> it.at("/item/name").asString())
                .toList();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve(DocumentedPrograms.OUTPUT));
    }
}
