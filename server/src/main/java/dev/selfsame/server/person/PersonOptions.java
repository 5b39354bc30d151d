package dev.selfsame.server.person;

import dev.selfsame.server.setting.Setting;

import java.util.Objects;

/**
 * How people are enrolled and verified where their tenant has no rules of its own.
 *
 * @param faceFmr false match rate at which faces match, 1e-9..0.1
 * @param fingerFmr false match rate at which fingers match, 1e-9..0.1
 * @param rule how several comparisons become one decision
 * @param leastEnrolmentQuality face quality below which nobody is enrolled
 * @param lockOut what failed verifications lead to
 */
public record PersonOptions(
        @Setting(
                        meaning =
                                "false match rate at which faces match, for tenants that have none"
                                        + " of their own",
                        range = "1e-9..0.1",
                        unit = "rate")
                double faceFmr,
        @Setting(meaning = "the same for single fingers", range = "1e-9..0.1", unit = "rate")
                double fingerFmr,
        @Setting(
                        meaning =
                                "whether everything that a verification sends has to match, or one"
                                        + " of it",
                        range = "`all`, `any`")
                MatchRule rule,
        @Setting(
                        meaning =
                                "[quality](faces.md) of a face below which nobody is enrolled; such"
                                        + " a face would seldom be matched later",
                        range = "-10000..10000")
                int leastEnrolmentQuality,
        LockOutOptions lockOut) {

    public PersonOptions {
        checkFmr("face-fmr", faceFmr);
        checkFmr("finger-fmr", fingerFmr);
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(lockOut, "lockOut");
        if (leastEnrolmentQuality < -10_000 || leastEnrolmentQuality > 10_000) {
            throw new IllegalArgumentException(
                    "selfsame.person.least-enrolment-quality: "
                            + leastEnrolmentQuality
                            + " (expected: -10000..10000)");
        }
    }

    private static void checkFmr(String name, double fmr) {
        if (!(fmr >= 1e-9 && fmr <= 0.1)) {
            throw new IllegalArgumentException(
                    "selfsame.person." + name + ": " + fmr + " (expected: 1e-9..0.1)");
        }
    }
}
