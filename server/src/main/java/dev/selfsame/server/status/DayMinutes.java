package dev.selfsame.server.status;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What the minutes of a day were like for a part.
 *
 * @param day in UTC
 * @param measured minutes in which any server looked, 0..1440
 * @param passed those of them in which the part worked for one of them
 */
public record DayMinutes(LocalDate day, Part part, int measured, int passed) {

    public DayMinutes {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(part, "part");
    }
}
