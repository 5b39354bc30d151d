package dev.selfsame.server.trial;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.EngineConfig;
import dev.selfsame.engine.face.FaceOutcome;
import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.engine.template.FaceTemplate;
import dev.selfsame.server.person.CustomId;
import dev.selfsame.server.person.ExportedPerson;
import dev.selfsame.server.person.Person;
import dev.selfsame.server.testing.CommandProcess;
import dev.selfsame.server.testing.DatabaseKind;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.transfer.PeopleWriter;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Times the import of many people with random faces, and a start with all of them until a search
 * has gone through everybody. Arguments: {@code h2} or {@code postgresql}, people.
 */
public final class FilledServer {

    private static final String PASSPHRASE = "a passphrase for a trial";
    private static final int SEARCHES = 20;

    private final Path folder;
    private final Map<String, String> variables;

    private FilledServer(Path folder, Map<String, String> variables) {
        this.folder = folder;
        this.variables = variables;
    }

    public static void main(String[] args) throws Exception {
        DatabaseKind kind = DatabaseKind.valueOf(args[0].toUpperCase(Locale.ROOT));
        int people = Integer.parseInt(args[1]);
        Path folder = Files.createTempDirectory("selfsame-trial");
        try (Databases databases = new Databases()) {
            Map<String, String> variables = Databases.variables(databases.fresh(kind));
            System.out.printf(Locale.ROOT, "%d people on %s%n", people, kind);
            new FilledServer(folder, variables).run(people);
        }
        Folders.delete(folder);
    }

    private void run(int people) throws Exception {
        try (CommandProcess first = serve()) {
            first.line();
            first.terminate();
            first.exitCode();
        }
        Path file = write(people);
        Files.writeString(folder.resolve("passphrase"), PASSPHRASE);
        long start = System.nanoTime();
        try (CommandProcess add =
                CommandProcess.start(
                        folder,
                        variables,
                        "people",
                        "import",
                        "--data",
                        folder.resolve("data").toString(),
                        "--passphrase-file",
                        folder.resolve("passphrase").toString(),
                        file.toString())) {
            // why: waits for the end however long it takes
            List<String> said = add.lines();
            if (add.exitCode() != 0 || !said.isEmpty()) {
                throw new IOException(add.errors());
            }
            print("imported in %.1f s: %s", seconds(start), add.errors().strip());
        }
        search();
    }

    private CommandProcess serve() throws IOException {
        return CommandProcess.start(
                folder,
                variables,
                "serve",
                "--json",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString());
    }

    /** One real face shows what templates look like; the rest are random numbers. */
    private Path write(int people) throws IOException {
        FaceTemplate like = realFace();
        Random random = new Random(1);
        Path file = folder.resolve("people");
        Instant now = Instant.parse("2026-11-21T12:00:00Z");
        try (PeopleWriter writer =
                new PeopleWriter(
                        new BufferedOutputStream(Files.newOutputStream(file)),
                        PASSPHRASE.toCharArray())) {
            for (int i = 1; i <= people; i++) {
                byte[] vector = new byte[like.vector().length];
                random.nextBytes(vector);
                FaceTemplate face = new FaceTemplate(like.mode(), like.modeVersion(), vector);
                String clientId = "1763726400000x%018d".formatted(i);
                Person person = new Person(new CustomId("person-" + i), clientId, i);
                writer.write(new ExportedPerson(person, now, now, Map.of(0, face)));
            }
            writer.finish();
        }
        return file;
    }

    private static FaceTemplate realFace() {
        try (Engine engine = Engine.open(EngineConfig.DEFAULT)) {
            return engine.readFace(Faces.anna(), FaceRequest.PLAIN)
                            instanceof FaceOutcome.Found found
                    ? found.face().template()
                    : new FaceTemplate("NONE", 1, new byte[1]);
        }
    }

    private void search() throws Exception {
        long start = System.nanoTime();
        try (CommandProcess server = serve();
                HttpClient client = HttpClient.newHttpClient()) {
            JsonNode ready = JsonMapper.builder().build().readTree(server.line());
            print("ready after %.1f s", seconds(start));
            String body =
                    "{\"Identify\":{\"Face\":[{\"Face-1\":\"%s\"}]}}"
                            .formatted(Base64.getEncoder().encodeToString(Faces.anna()));
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create(ready.get("address").stringValue())
                                            .resolve("/multibiometrics/identify"))
                            .header("apikey", ready.get("apiKey").stringValue())
                            .POST(BodyPublishers.ofString(body))
                            .build();
            int refused = 0;
            while (client.send(request, BodyHandlers.ofString()).statusCode() == 429) {
                refused++;
            }
            print(
                    "first search answered after %.1f s, %d before it refused",
                    seconds(start), refused);
            double[] millis = new double[SEARCHES];
            for (int i = 0; i < SEARCHES; i++) {
                long began = System.nanoTime();
                String answer = client.send(request, BodyHandlers.ofString()).body();
                millis[i] = seconds(began) * 1000;
                if (i == 0) {
                    print("%s", answer);
                }
            }
            Arrays.sort(millis);
            print("identify of a face over HTTP: median %.0f ms", millis[SEARCHES / 2]);
            resident(server).forEach(line -> print("%s", line));
            galleryLines().forEach(line -> print("%s", line));
        }
    }

    private static List<String> resident(CommandProcess server) throws IOException {
        Path status = Path.of("/proc/" + server.pid() + "/status");
        return Files.readAllLines(status).stream().filter(it -> it.startsWith("VmRSS")).toList();
    }

    private List<String> galleryLines() throws IOException {
        return Files.readAllLines(folder.resolve("data/logs/selfsame.log")).stream()
                .filter(it -> it.contains("\"gallery "))
                .map(
                        it ->
                                it.replaceAll(
                                        ".*\"@timestamp\":\"([^\"]+)\".*(gallery [^\"]+)\".*",
                                        "$1 $2"))
                .toList();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
