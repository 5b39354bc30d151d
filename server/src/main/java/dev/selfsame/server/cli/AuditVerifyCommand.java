package dev.selfsame.server.cli;

import dev.selfsame.server.audit.AuditHead;
import dev.selfsame.server.audit.AuditReport;
import dev.selfsame.server.audit.AuditReport.Finding;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

@Command(
        name = "verify",
        description = {
            "Check that no entry was altered, removed, moved or inserted; works while servers run.",
            "Only with a head that was kept outside is a trail found out that somebody has made"
                    + " anew with all hashes."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class AuditVerifyCommand implements Callable<Integer> {

    private static final int BROKEN = 1;

    @Mixin private final StoreOption option = new StoreOption();

    @Option(
            names = "--head",
            paramLabel = "SEQ:HASH",
            description = "What audit head printed earlier: must be there with this hash")
    private @Nullable String head;

    @Option(
            names = "--from",
            paramLabel = "SEQ:HASH",
            description = "Believe this entry and all before it, and check the later ones")
    private @Nullable String from;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        AuditCommand.refuseOptionsBefore(line);
        AuditHead start = from == null ? AuditHead.NONE : place(line, "--from", from);
        AuditHead known = head == null ? null : place(line, "--head", head);
        return option.run(line, store -> print(store.audit().check(start, known), line));
    }

    private static AuditHead place(CommandLine line, String name, String text) {
        try {
            return AuditHead.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(line, name + ": " + e.getMessage(), e);
        }
    }

    private int print(AuditReport report, CommandLine line) {
        Finding finding = report.finding();
        if (option.json()) {
            line.getOut().println(JsonLine.of(members(report)));
        } else if (finding == null) {
            line.getOut().printf("%d entries are whole; the last is%n", report.entries());
            line.getOut().println(report.last());
        }
        line.getOut().flush();
        if (finding == null) {
            return CommandLine.ExitCode.OK;
        }
        StoreOption.fail(
                line,
                "%s: entry %d: %s; %d entries before it are whole"
                        .formatted(
                                finding.fault().id(),
                                finding.sequence(),
                                finding.message(),
                                report.entries()));
        return BROKEN;
    }

    private static Map<String, Object> members(AuditReport report) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("whole", report.finding() == null);
        members.put("entries", report.entries());
        members.put("last", AuditCommand.members(report.last()));
        Finding finding = report.finding();
        if (finding != null) {
            members.put("fault", finding.fault().id());
            members.put("sequence", finding.sequence());
            members.put("message", finding.message());
        }
        return members;
    }
}
