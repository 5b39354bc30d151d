package dev.selfsame.server.status;

import java.time.LocalDate;
import java.util.List;

/** Where what was measured is kept, for all servers together. */
public interface StatusStore {

    /**
     * Whether it answers.
     *
     * @throws dev.selfsame.server.problem.Problem {@code UNAVAILABLE}
     */
    void check();

    /**
     * Adds a batch as a whole. A minute of a part counts once however many servers tell of it, as
     * passed if one of them says so; minutes of one part come one after the other, and one that is
     * older than what is there is left out.
     */
    void add(StatusBatch batch);

    /** Requests from a day on, oldest first. */
    List<DayRequests> requests(LocalDate from);

    /** Minutes from a day on, oldest first. */
    List<DayMinutes> minutes(LocalDate from);

    /** Forgets all before a day. */
    void deleteBefore(LocalDate day);
}
