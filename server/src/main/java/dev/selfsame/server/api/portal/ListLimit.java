package dev.selfsame.server.api.portal;

import dev.selfsame.server.json.JsonForm;
import dev.selfsame.server.problem.Problem;

/** How many rows of a long list somebody asks for. */
final class ListLimit {

    private static final int MOST = 1000;
    private static final int USUAL = 100;

    private ListLimit() {}

    /**
     * Reads it; without one there are {@value #USUAL}.
     *
     * @throws Problem {@code INVALID_REQUEST} for what is no number from 1 to {@value #MOST}
     */
    static int of(String text) {
        try {
            int limit = text.isEmpty() ? USUAL : Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw JsonForm.invalid("limit: expected a number 1.." + MOST);
    }
}
