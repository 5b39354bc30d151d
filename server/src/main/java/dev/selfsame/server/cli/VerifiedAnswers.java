package dev.selfsame.server.cli;

import dev.selfsame.server.signing.AnswerCheck;
import dev.selfsame.server.signing.AnswerOutcome;
import dev.selfsame.server.signing.AnswerOutcome.AsSent;
import dev.selfsame.server.signing.AnswerOutcome.Reformatted;
import dev.selfsame.server.signing.AnswerOutcome.Refused;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Prints which answers are genuine. */
final class VerifiedAnswers {

    private final CommandLine line;
    private final boolean json;

    VerifiedAnswers(CommandLine line, boolean json) {
        this.line = Objects.requireNonNull(line, "line");
        this.json = json;
    }

    /**
     * Checks and prints.
     *
     * @return the exit code
     */
    int print(List<String> answers, AnswerCheck check) {
        List<AnswerOutcome> outcomes = answers.stream().map(check::check).toList();
        boolean all = outcomes.stream().noneMatch(Refused.class::isInstance);
        PrintWriter out = line.getOut();
        if (json) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("valid", all);
            members.put("answers", outcomes.stream().map(VerifiedAnswers::members).toList());
            out.println(JsonLine.of(members));
        } else {
            for (int i = 0; i < outcomes.size(); i++) {
                String place = outcomes.size() == 1 ? "" : "answer " + (i + 1) + ": ";
                out.println(place + sentence(outcomes.get(i)));
                differences(outcomes.get(i)).forEach(it -> out.println("  " + Printable.of(it)));
            }
        }
        out.flush();
        return all ? ExitCodes.OK : ExitCodes.DIFFERENT;
    }

    private static String sentence(AnswerOutcome outcome) {
        return switch (outcome) {
            case AsSent(String kid) -> "VALID, signed by " + Printable.of(kid);
            case Reformatted(String kid) ->
                    "VALID, same content, formatted differently, signed by " + Printable.of(kid);
            case Refused(String sentence, _) -> "REFUSED: " + Printable.of(sentence);
        };
    }

    private static List<String> differences(AnswerOutcome outcome) {
        return outcome instanceof Refused(_, List<String> differences) ? differences : List.of();
    }

    private static Map<String, Object> members(AnswerOutcome outcome) {
        Map<String, Object> members = new LinkedHashMap<>();
        switch (outcome) {
            case AsSent(String kid) -> {
                members.put("valid", true);
                members.put("asSent", true);
                members.put("kid", kid);
            }
            case Reformatted(String kid) -> {
                members.put("valid", true);
                members.put("asSent", false);
                members.put("kid", kid);
            }
            case Refused(String sentence, List<String> differences) -> {
                members.put("valid", false);
                members.put("reason", sentence);
                members.put("differences", differences);
            }
        }
        return members;
    }
}
