package dev.selfsame.server.cli;

import dev.selfsame.server.tenant.RetentionRules;
import dev.selfsame.server.tenant.TenantRetention;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long what is kept of a tenant is to be kept, as options and as lines. */
final class RetentionChange {

    private static final String OFF = "off";

    @Option(
            names = "--people-days",
            paramLabel = "DAYS",
            description = {
                "Delete people who were not enrolled, updated or verified for so many days,",
                "or off. Who was verified before this rule is not known, so days count from it on"
            })
    private @Nullable String peopleDays;

    @Option(
            names = "--usage-days",
            paramLabel = "DAYS",
            description = "Delete counts of requests after so many days, or off")
    private @Nullable String usageDays;

    @Option(
            names = "--ended-consents",
            paramLabel = "WHAT",
            converter = EndedConsentsText.class,
            description = "delete people whose consent has expired or was withdrawn, or keep them")
    private @Nullable EndedConsents endedConsents;

    /** What becomes of people whose consent has ended. */
    enum EndedConsents {
        DELETE,
        KEEP;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same as people type it. */
    static final class EndedConsentsText implements ITypeConverter<EndedConsents> {

        @Override
        public EndedConsents convert(String text) {
            return Arrays.stream(EndedConsents.values())
                    .filter(it -> it.text().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("expected delete or keep"));
        }
    }

    boolean isAny() {
        return peopleDays != null || usageDays != null || endedConsents != null;
    }

    /** The rules with what was typed. */
    RetentionRules applied(RetentionRules before) {
        return new RetentionRules(
                days("people-days", peopleDays, before.peopleDays()),
                days("usage-days", usageDays, before.usageDays()),
                endedConsents == null
                        ? before.deletesEndedConsents()
                        : endedConsents == EndedConsents.DELETE);
    }

    private static @Nullable Integer days(
            String name, @Nullable String typed, @Nullable Integer before) {
        if (typed == null) {
            return before;
        }
        if (typed.equals(OFF)) {
            return null;
        }
        try {
            return Integer.valueOf(typed);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    name + ": " + typed + " (expected: 1.." + RetentionRules.MOST_DAYS + " or off)",
                    e);
        }
    }

    /** As JSON shows them, after the members of a tenant. */
    static void put(Map<String, Object> members, TenantRetention retention) {
        RetentionRules rules = retention.rules();
        if (rules.peopleDays() != null) {
            members.put("peopleDays", rules.peopleDays());
            members.put("peopleSince", String.valueOf(retention.peopleSince()));
        }
        if (rules.usageDays() != null) {
            members.put("usageDays", rules.usageDays());
        }
        members.put("endedConsents", consents(rules).text());
    }

    /** As people read them. */
    static List<String> lines(TenantRetention retention) {
        RetentionRules rules = retention.rules();
        return List.of(
                "people      " + days(rules.peopleDays()),
                "usage       " + days(rules.usageDays()),
                "consents    ended ones: " + consents(rules).text());
    }

    private static String days(@Nullable Integer days) {
        return days == null ? "kept until deleted" : "kept for " + days + " days";
    }

    private static EndedConsents consents(RetentionRules rules) {
        return rules.deletesEndedConsents() ? EndedConsents.DELETE : EndedConsents.KEEP;
    }
}
