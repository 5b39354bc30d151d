package dev.selfsame.server.cli;

import dev.selfsame.server.audit.AuditEntry;
import dev.selfsame.server.audit.AuditHead;
import dev.selfsame.server.audit.AuditQuery;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

@Command(
        name = "audit",
        description = "Print what was done to keys and tenants, oldest first.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        subcommands = {AuditHeadCommand.class, AuditVerifyCommand.class},
        footer = {
            "",
            "Examples:",
            "  selfsame audit --tenant acme --since 2026-11-01T00:00:00Z",
            "  selfsame audit head                    # to be kept outside of the database",
            "  selfsame audit verify --head SEQ:HASH  # with what was kept"
        })
final class AuditCommand implements Callable<Integer> {

    @Mixin private final StoreOption option = new StoreOption();

    private static final String ROW = "%-24s %-20s %-12s %-18s %-20s %s%n";

    @Mixin private final AnyTenantOption tenant = new AnyTenantOption();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "The earliest, such as 2026-11-01T00:00:00Z")
    private @Nullable Instant since;

    @Mixin private final LatestOption latest = new LatestOption();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return option.run(
                line,
                store -> {
                    AuditQuery query = new AuditQuery(tenant.id(), since, latest.limit());
                    print(store.audit().list(query), line.getOut());
                    return CommandLine.ExitCode.OK;
                });
    }

    private void print(List<AuditEntry> entries, PrintWriter out) {
        if (option.json()) {
            out.println(
                    JsonLine.of(
                            Map.of("audit", entries.stream().map(AuditCommand::members).toList())));
        } else {
            out.printf(ROW, "TIME", "TENANT", "ACTOR", "ACTION", "SUBJECT", "OUTCOME");
            entries.forEach(entry -> out.printf(ROW, members(entry).values().toArray()));
        }
        out.flush();
    }

    private static Map<String, String> members(AuditEntry entry) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("at", entry.at().toString());
        members.put("tenant", entry.tenantId());
        members.put("actor", entry.actor());
        members.put("action", entry.action());
        members.put("subject", entry.subject());
        members.put("outcome", entry.outcome().id());
        return members;
    }

    static Map<String, Object> members(AuditHead place) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("sequence", place.sequence());
        members.put("hash", place.hash());
        return members;
    }

    /** For the subcommands: what stands before them would be read by nobody. */
    static void refuseOptionsBefore(CommandLine subcommand) {
        CommandLine parent = subcommand.getParent();
        if (!parent.getParseResult().matchedOptions().isEmpty()) {
            throw new ParameterException(
                    subcommand,
                    "write the options after " + subcommand.getCommandName() + ", not before it");
        }
    }
}
