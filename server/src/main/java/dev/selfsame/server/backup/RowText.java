package dev.selfsame.server.backup;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows as lines, each a JSON array of texts and nulls. */
final class RowText {

    /** Longer than any row: the longest value has a megabyte before it is Base64. */
    static final int MOST_BYTES = 8_000_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RowText() {}

    static byte[] line(List<@Nullable String> values) {
        return (JSON.writeValueAsString(values) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The next line, empty at the end.
     *
     * @param lines buffered
     */
    static Optional<List<@Nullable String>> next(InputStream lines) throws IOException {
        int first = lines.read();
        if (first < 0) {
            return Optional.empty();
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        for (int next = first; next != '\n'; next = lines.read()) {
            if (next < 0 || line.size() == MOST_BYTES) {
                throw new UnusableBackupException("a line of a table has no end");
            }
            line.write(next);
        }
        return Optional.of(values(line.toByteArray()));
    }

    private static List<@Nullable String> values(byte[] line) throws UnusableBackupException {
        try {
            @Nullable String @Nullable [] values = JSON.readValue(line, String[].class);
            if (values == null) {
                throw new UnusableBackupException("a line of a table is no row");
            }
            List<@Nullable String> row = new ArrayList<>(values.length);
            for (@Nullable String value : values) {
                row.add(value);
            }
            return row;
        } catch (JacksonException e) {
            // why without the cause: its message quotes the row
            throw new UnusableBackupException("a line of a table is no row");
        }
    }
}
