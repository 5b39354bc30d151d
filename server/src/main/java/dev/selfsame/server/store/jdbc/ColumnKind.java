package dev.selfsame.server.store.jdbc;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

/** How values of a column become text that any of our databases can take back. */
enum ColumnKind {
    TEXT,
    WHOLE_NUMBER,
    NUMBER,
    TRUTH,
    BYTES,
    ID,
    DAY,
    TIME;

    /**
     * The kind of a type as the standard's own tables name it.
     *
     * @throws IllegalStateException if no table of ours had such a column yet
     */
    static ColumnKind of(String dataType) {
        return switch (dataType.toLowerCase(Locale.ROOT)) {
            case "character varying", "character", "text", "character large object" -> TEXT;
            case "smallint", "integer", "bigint" -> WHOLE_NUMBER;
            case "double precision" -> NUMBER;
            case "boolean" -> TRUTH;
            case "bytea", "binary varying" -> BYTES;
            case "uuid" -> ID;
            case "date" -> DAY;
            case "timestamp with time zone" -> TIME;
            default -> throw new IllegalStateException("backups know no columns of " + dataType);
        };
    }

    @Nullable String read(ResultSet row, int index) throws SQLException {
        Object value =
                switch (this) {
                    case TEXT, ID -> row.getString(index);
                    case WHOLE_NUMBER -> row.getLong(index);
                    case NUMBER -> row.getDouble(index);
                    case TRUTH -> row.getBoolean(index);
                    case BYTES -> base64(row.getBytes(index));
                    case DAY -> row.getObject(index, LocalDate.class);
                    case TIME -> instant(row.getObject(index, OffsetDateTime.class));
                };
        return row.wasNull() || value == null ? null : value.toString();
    }

    private static @Nullable String base64(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /**
     * The value of a statement.
     *
     * @throws IllegalArgumentException or {@link java.time.DateTimeException} if the text is none
     */
    Object parse(String text) {
        return switch (this) {
            case TEXT -> text;
            case WHOLE_NUMBER -> Long.valueOf(text);
            case NUMBER -> Double.valueOf(text);
            case TRUTH -> Boolean.valueOf(text);
            case BYTES -> Base64.getDecoder().decode(text);
            case ID -> UUID.fromString(text);
            case DAY -> LocalDate.parse(text);
            case TIME -> Times.utc(Instant.parse(text));
        };
    }
}
