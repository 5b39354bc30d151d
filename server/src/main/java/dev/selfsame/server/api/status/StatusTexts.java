package dev.selfsame.server.api.status;

import dev.selfsame.server.status.StatusBoard;
import dev.selfsame.server.status.StatusReport;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/** The report as bytes, written once for all who ask while it is the same. */
final class StatusTexts {

    private final StatusBoard board;
    private final JsonMapper json;
    private volatile @Nullable Written last;

    /** Shares its bytes. */
    private record Written(Instant made, byte[] page, byte[] answer) {}

    StatusTexts(StatusBoard board, JsonMapper json) {
        this.board = Objects.requireNonNull(board, "board");
        this.json = Objects.requireNonNull(json, "json");
    }

    /** HTML in UTF-8. */
    byte[] page() {
        return current().page();
    }

    /** JSON. */
    byte[] answer() {
        return current().answer();
    }

    private Written current() {
        StatusReport report = board.current();
        Written known = last;
        if (known == null || !known.made().equals(report.made())) {
            known =
                    new Written(
                            report.made(),
                            StatusPage.of(report).getBytes(StandardCharsets.UTF_8),
                            json.writeValueAsBytes(StatusAnswer.of(report)));
            last = known;
        }
        return known;
    }
}
