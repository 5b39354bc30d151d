package dev.selfsame.server.status;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What the status page says. Nothing in it tells whose requests there were, or how many.
 *
 * @param made when
 * @param parts in the order of {@link Part}
 * @param apis in the order of {@link ApiGroup}
 */
public record StatusReport(Instant made, List<PartReport> parts, List<ApiReport> apis) {

    /** So many days are reported, today included. */
    public static final int DAYS = 90;

    public StatusReport {
        Objects.requireNonNull(made, "made");
        parts = List.copyOf(parts);
        apis = List.copyOf(apis);
    }

    /** The part that is all of them together. */
    public PartReport service() {
        return parts.getFirst();
    }

    /**
     * A part.
     *
     * @param availability share of the measured minutes in which it worked, 0..1; null where none
     *     was measured
     * @param days oldest first, every day once
     */
    public record PartReport(
            Part part, PartState state, @Nullable Double availability, List<DayReport> days) {
        public PartReport {
            days = List.copyOf(days);
        }
    }

    /**
     * A day of a part.
     *
     * @param availability as above
     * @param measuredMinutes 0..1440
     */
    public record DayReport(LocalDate day, @Nullable Double availability, int measuredMinutes) {}

    /**
     * Operations.
     *
     * @param all of all days together
     * @param days oldest first, those alone that had a request
     */
    public record ApiReport(ApiGroup api, Figures today, Figures all, List<DayFigures> days) {
        public ApiReport {
            days = List.copyOf(days);
        }
    }

    /** A day of an API. */
    public record DayFigures(LocalDate day, Figures figures) {}
}
