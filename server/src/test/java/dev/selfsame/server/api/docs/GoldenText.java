package dev.selfsame.server.api.docs;

import dev.selfsame.server.api.docs.ApiDocument.Operation;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A golden request or answer with samples in its places.
 *
 * @param headers by name, in any case
 */
record GoldenText(String line, Map<String, String> headers, String body) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z0-9-]+)}}");
    private static final Pattern PART_NAME = Pattern.compile("; name=\"([^\"]+)\"");
    private static final String FACE =
            """
            {"id":"5b1f6a0e-0d0c-4b0e-9f53-7f1f3a6b2c11","mode":"M","imageType":"SELFIE",\
            "template":"U1NC","templateVersion":101}\
            """;
    private static final Map<String, String> SAMPLES =
            Map.of(
                    "number", "7",
                    "boolean", "true",
                    "instant", "2026-11-21T13:46:08.120Z",
                    "base64", "AAAA",
                    "uuid", "5b1f6a0e-0d0c-4b0e-9f53-7f1f3a6b2c11",
                    "face-json", FACE);

    static GoldenText of(Path file) throws IOException {
        Matcher places = PLACE.matcher(Files.readString(file));
        String text =
                places.replaceAll(
                        place ->
                                Matcher.quoteReplacement(
                                        SAMPLES.getOrDefault(place.group(1), "AAAA")));
        int end = text.indexOf("\n\n");
        List<String> head = text.substring(0, end).lines().toList();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header : head.subList(1, head.size())) {
            String[] pair = header.split(": ", 2);
            headers.put(pair[0], pair[1]);
        }
        return new GoldenText(head.getFirst(), headers, text.substring(end + 2).strip());
    }

    /** Whether it is a request to this operation. */
    boolean isOf(Operation operation) {
        String[] words = line.split(" ", -1);
        String path = words[1].split("\\?", 2)[0];
        String pattern = operation.path().replaceAll("\\{\\w+}", "[^/]+");
        return words[0].equals(operation.method()) && path.matches(pattern);
    }

    List<String> queryNames() {
        String[] parts = line.split("\\?", 2);
        return parts.length == 1
                ? List.of()
                : Arrays.stream(parts[1].split("&", -1)).map(it -> it.split("=", 2)[0]).toList();
    }

    /** Of the body, without parameters. */
    String mediaType() {
        return headers.getOrDefault("Content-Type", "application/json")
                .split(";", 2)[0]
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** The body as JSON, or as a text where it is none. */
    JsonNode value() {
        // why the first character: a body need not say what it is
        return mediaType().contains("json") && body.matches("(?s)[{\\[].*")
                ? ApiDocument.JSON.readTree(body)
                : ApiDocument.JSON.getNodeFactory().stringNode(body);
    }

    /** Texts of the parts of a body by name, without quotes around them. */
    Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        String boundary = "--" + headers.getOrDefault("Content-Type", "").split("boundary=", 2)[1];
        for (String part : body.split(Pattern.quote(boundary), -1)) {
            Matcher name = PART_NAME.matcher(part);
            if (name.find()) {
                String text = part.split("\n\n", 2)[1].strip();
                parts.put(name.group(1), text.replaceAll("^\"|\"$", ""));
            }
        }
        return parts;
    }
}
