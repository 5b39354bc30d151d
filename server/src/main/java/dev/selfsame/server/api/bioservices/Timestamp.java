package dev.selfsame.server.api.bioservices;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time as on the wire: ISO-8601, UTC, milliseconds. */
final class Timestamp {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Timestamp() {}

    static String of(Instant instant) {
        return FORMAT.format(instant);
    }
}
