package dev.selfsame.server.cli.doctor;

import java.util.Objects;

/**
 * What was found, and what to do about it. Holds no secret.
 *
 * @param subject what was looked at
 * @param verdict how it is
 * @param found one sentence
 * @param advice what to do, empty where all is well
 */
public record Finding(String subject, Verdict verdict, String found, String advice) {

    public Finding {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(found, "found");
        if ((verdict == Verdict.OK) != advice.isEmpty()) {
            throw new IllegalArgumentException(
                    subject + ": advice: " + advice + " (expected: where something is not ok)");
        }
    }

    static Finding ok(String subject, String found) {
        return new Finding(subject, Verdict.OK, found, "");
    }

    static Finding warning(String subject, String found, String advice) {
        return new Finding(subject, Verdict.WARNING, found, advice);
    }

    static Finding failed(String subject, String found, String advice) {
        return new Finding(subject, Verdict.FAILED, found, advice);
    }
}
