package dev.selfsame.server.backup;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The manifest as JSON. */
final class ManifestText {

    /** Raised where a program that reads this one's backups would misread a newer one. */
    private static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ManifestText() {}

    static byte[] encode(BackupManifest manifest) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT);
        root.put("program", manifest.program());
        root.put("schema", manifest.schema());
        root.put("created", manifest.created().toString());
        root.put("people", manifest.people());
        ArrayNode keys = root.putArray("masterKeys");
        manifest.masterKeys().forEach(keys::add);
        ArrayNode entries = root.putArray("entries");
        for (BackupEntry entry : manifest.entries()) {
            entries.addObject()
                    .put("name", entry.name())
                    .put("bytes", entry.bytes())
                    .put("sha256", entry.sha256());
        }
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(root)
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads it.
     *
     * @throws UnusableBackupException if it is none, or of a later format
     */
    static BackupManifest decode(byte[] text) throws UnusableBackupException {
        try {
            JsonNode root = JSON.readTree(text);
            int format = root.required("format").intValue();
            if (format != FORMAT) {
                throw new UnusableBackupException(
                        "its format is "
                                + format
                                + " (expected: "
                                + FORMAT
                                + "); use the version of Selfsame that made it, or a later one");
            }
            return new BackupManifest(
                    root.required("program").stringValue(),
                    root.required("schema").stringValue(),
                    Instant.parse(root.required("created").stringValue()),
                    texts(root.required("masterKeys")),
                    root.required("people").longValue(),
                    entries(root.required("entries")));
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new UnusableBackupException("its manifest is none", e);
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.stringValue()));
        return texts;
    }

    private static List<BackupEntry> entries(JsonNode array) {
        List<BackupEntry> entries = new ArrayList<>();
        array.forEach(
                entry ->
                        entries.add(
                                new BackupEntry(
                                        entry.required("name").stringValue(),
                                        entry.required("bytes").longValue(),
                                        entry.required("sha256").stringValue())));
        return entries;
    }
}
