package dev.selfsame.server.trial;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server said.
 *
 * @param status of HTTP
 * @param body whole
 */
record Answer(int status, String body) {

    private static final Pattern NUMBER = Pattern.compile("\"BioPassID\":\"(\\d+)\"");

    boolean isOk() {
        return status == 200;
    }

    /** Whether nobody of that name is enrolled. */
    boolean isUnknownPerson() {
        return status == 400 && body.equals("Person not found");
    }

    boolean isMatch() {
        return isOk() && body.contains("\"Match\":true");
    }

    boolean isNonMatch() {
        return isOk() && body.contains("\"Match\":false");
    }

    /** The person's number, which an answer to an enrolment or an update must hold. */
    long bioPassId() {
        Matcher number = NUMBER.matcher(body);
        if (!number.find()) {
            throw new IllegalStateException("no BioPassID in " + this);
        }
        return Long.parseLong(number.group(1));
    }

    boolean names(String customId) {
        return body.contains("\"CustomID\":\"" + customId + "\"");
    }
}
