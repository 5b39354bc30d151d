package dev.selfsame.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A request and the answer it must get, as two files; the README beside them explains their form.
 *
 * @param name name of both files
 */
public record GoldenExchange(String name, Path request, Path response) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z0-9-]+)}}");
    private static final Map<String, String> PATTERNS =
            Map.ofEntries(
                    Map.entry("uuid", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
                    Map.entry("number", "-?\\d+(\\.\\d+)?(E-?\\d+)?"),
                    Map.entry("sha256", "[0-9a-f]{64}"),
                    Map.entry(
                            "instant", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z"),
                    Map.entry("jws", "[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+"),
                    Map.entry("version", "[0-9][0-9A-Za-z.-]*"),
                    Map.entry("base64", "[A-Za-z0-9+/]+={0,2}"),
                    Map.entry("boolean", "true|false"),
                    Map.entry("client-id", "[0-9]{13}x[0-9]{18}"),
                    // why so few letters: as text, bytes that are none have become one sign
                    Map.entry("jpeg", "(?s)\\uFFFD{3,4}.{2}JFIF.*(?-s)"),
                    Map.entry("object-key", "[0-9]{10}/[a-z0-9-]+/[0-9a-f-]{36}/[0-9a-f-]{36}"),
                    Map.entry("template", "[A-Za-z0-9_-]+={0,2}"));

    /** A request in parts. */
    public record Request(String method, String path, List<String> headers, byte[] body) {}

    /** Status, patterns for values of headers by name, and one for the whole body. */
    public record Expected(int status, Map<String, Pattern> headers, Pattern body) {}

    /** All exchanges of a folder, by name. */
    public static List<GoldenExchange> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".request"))
                    .map(file -> file.substring(0, file.length() - ".request".length()))
                    .sorted()
                    .map(
                            name ->
                                    new GoldenExchange(
                                            name,
                                            folder.resolve(name + ".request"),
                                            folder.resolve(name + ".response")))
                    .toList();
        }
    }

    /** Answers of a folder by name, each to the request of that name in another folder. */
    public static List<GoldenExchange> in(Path requests, Path responses) throws IOException {
        try (Stream<Path> files = Files.list(responses)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".response"))
                    .map(file -> file.substring(0, file.length() - ".response".length()))
                    .sorted()
                    .map(
                            name ->
                                    new GoldenExchange(
                                            name,
                                            requests.resolve(name + ".request"),
                                            responses.resolve(name + ".response")))
                    .toList();
        }
    }

    /** Sends the request with these values in its places, and checks what comes back. */
    public HttpResponse<String> check(RunningServer server, Map<String, byte[]> values)
            throws IOException {
        Request filled = read(values);
        HttpRequest.Builder http = server.to(filled.path());
        for (String header : filled.headers()) {
            String[] pair = header.split(": ", 2);
            http.header(pair[0], pair[1]);
        }
        HttpResponse<String> answer =
                server.send(
                        http.method(
                                filled.method(),
                                filled.body().length == 0
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(filled.body())));
        Expected expected = expected();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected.status());
        expected.headers()
                .forEach(
                        (header, value) ->
                                assertThat(answer.headers().firstValue(header))
                                        .as(header)
                                        .hasValueSatisfying(it -> assertThat(it).matches(value)));
        assertThat(answer.body()).matches(expected.body());
        return answer;
    }

    /** The request with these values in its places. */
    public Request read(Map<String, byte[]> values) throws IOException {
        String text = Files.readString(request);
        int end = text.indexOf("\n\n");
        List<String> head = text.substring(0, end).lines().toList();
        String[] line = head.getFirst().split(" ", -1);
        List<String> headers =
                head.subList(1, head.size()).stream()
                        .map(header -> new String(filled(header, values), StandardCharsets.UTF_8))
                        .toList();
        String body = text.substring(end + 2).replace("\n", "\r\n");
        String path = new String(filled(line[1], values), StandardCharsets.US_ASCII);
        return new Request(line[0], path, headers, filled(body, values));
    }

    /** What must come back. */
    public Expected expected() throws IOException {
        String text = Files.readString(response);
        int end = text.indexOf("\n\n");
        List<String> head = text.substring(0, end).lines().toList();
        Map<String, Pattern> headers = new LinkedHashMap<>();
        for (String header : head.subList(1, head.size())) {
            String[] pair = header.split(": ", 2);
            headers.put(pair[0], pattern(pair[1]));
        }
        return new Expected(
                Integer.parseInt(head.getFirst()),
                headers,
                pattern(text.substring(end + 2).stripTrailing()));
    }

    @Override
    public String toString() {
        return name;
    }

    private static byte[] filled(String text, Map<String, byte[]> values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Matcher places = PLACE.matcher(text);
        int from = 0;
        while (places.find()) {
            out.writeBytes(text.substring(from, places.start()).getBytes(StandardCharsets.UTF_8));
            byte[] value = values.get(places.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no value for " + places.group());
            }
            out.writeBytes(value);
            from = places.end();
        }
        out.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static Pattern pattern(String body) {
        StringBuilder regex = new StringBuilder();
        Matcher places = PLACE.matcher(body);
        int from = 0;
        while (places.find()) {
            String pattern = PATTERNS.get(places.group(1));
            if (pattern == null) {
                throw new IllegalArgumentException("no pattern for " + places.group());
            }
            regex.append(Pattern.quote(body.substring(from, places.start())))
                    .append("(?:" + pattern + ")");
            from = places.end();
        }
        regex.append(Pattern.quote(body.substring(from)));
        return Pattern.compile(regex.toString());
    }
}
