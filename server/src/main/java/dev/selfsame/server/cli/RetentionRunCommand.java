package dev.selfsame.server.cli;

import dev.selfsame.server.audit.AuditEntry;
import dev.selfsame.server.retention.Retention;
import dev.selfsame.server.retention.RetentionReport;
import dev.selfsame.server.retention.TenantSweep;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "run",
        description = {
            "Delete what is due by the rules of the tenants, and receipts that are old enough.",
            "Works while servers run; only one process does so at a time."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class RetentionRunCommand implements Callable<Integer> {

    private static final String ROW = "%-20s %10s %14s %10s%n";

    @Mixin private final StoreOption option = new StoreOption();

    @Option(names = "--dry-run", description = "Say what would be deleted, and delete nothing")
    private boolean dryRun;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return option.run(line, store -> run(store, line));
    }

    private int run(OpenStore store, CommandLine line) {
        Retention retention = store.retention(option.signing(), option.retention());
        Optional<RetentionReport> report =
                dryRun
                        ? Optional.of(retention.preview())
                        : retention.run(AuditEntry.COMMAND_LINE, Duration.ZERO, () -> false);
        if (report.isEmpty()) {
            return StoreOption.fail(
                    line, "another process is deleting what is due; try again in some minutes");
        }
        if (option.json()) {
            line.getOut().println(JsonLine.of(members(report.get())));
        } else {
            print(report.get(), line.getOut());
        }
        line.getOut().flush();
        return report.get().isWhole()
                ? CommandLine.ExitCode.OK
                : StoreOption.fail(
                        line, "another process has taken over; what is left is deleted by it");
    }

    private Map<String, Object> members(RetentionReport report) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("dryRun", dryRun);
        members.put(
                "tenants", report.tenants().stream().map(RetentionRunCommand::members).toList());
        members.put("receipts", report.receipts());
        return members;
    }

    private static Map<String, Object> members(TenantSweep sweep) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("tenant", sweep.tenantId());
        members.put("unused", sweep.unused());
        members.put("consentEnded", sweep.consentEnded());
        members.put("usageCounts", sweep.usageCounts());
        return members;
    }

    private void print(RetentionReport report, PrintWriter out) {
        out.printf(ROW, "TENANT", "UNUSED", "CONSENT ENDED", "USAGE");
        report.tenants()
                .forEach(
                        it ->
                                out.printf(
                                        ROW,
                                        it.tenantId(),
                                        it.unused(),
                                        it.consentEnded(),
                                        it.usageCounts()));
        out.printf(
                "%d people and %d receipts %s%n",
                report.people(), report.receipts(), dryRun ? "would be deleted" : "were deleted");
    }
}
