package dev.selfsame.server.status;

import java.util.List;

/**
 * What is written together.
 *
 * @param requests to be added to what is stored
 * @param minutes oldest first
 */
public record StatusBatch(List<DayRequests> requests, List<MinuteResult> minutes) {

    public StatusBatch {
        requests = List.copyOf(requests);
        minutes = minutes.stream().sorted().toList();
    }
}
