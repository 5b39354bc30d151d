package dev.selfsame.server.cli;

import dev.selfsame.server.usage.UsageCount;
import dev.selfsame.server.usage.UsageQuery;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

@Command(
        name = "usage",
        description =
                "Print how many requests were counted, by tenant, day (UTC), key, operation and"
                        + " outcome.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        footer = {
            "",
            "Examples:",
            "  selfsame usage --tenant acme --from 2026-11-01 --to 2026-11-30 --csv"
        })
final class UsageCommand implements Callable<Integer> {

    @Mixin private final StoreOption option = new StoreOption();

    private static final String ROW = "%-20s %-10s %-12s %-28s %-8s %12s%n";
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    @Mixin private final AnyTenantOption tenant = new AnyTenantOption();

    @Option(names = "--from", paramLabel = "DATE", description = "First day, such as 2026-11-01")
    private LocalDate from = FIRST;

    @Option(names = "--to", paramLabel = "DATE", description = "Last day")
    private LocalDate to = LAST;

    @Option(names = "--csv", description = "Print comma-separated values")
    private boolean csv;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return option.run(
                line,
                store -> {
                    UsageQuery query = new UsageQuery(tenant.id(), from, to);
                    print(store.usage().list(query), line.getOut());
                    return CommandLine.ExitCode.OK;
                });
    }

    private void print(List<UsageCount> counts, PrintWriter out) {
        if (option.json()) {
            out.println(
                    JsonLine.of(
                            Map.of("usage", counts.stream().map(UsageCommand::members).toList())));
        } else if (csv) {
            out.println("tenant,day,key,operation,outcome,requests");
            // why unquoted: none of the values can hold a comma
            counts.forEach(
                    count ->
                            out.println(
                                    String.join(
                                            ",",
                                            members(count).values().stream()
                                                    .map(Object::toString)
                                                    .toList())));
        } else {
            out.printf(ROW, "TENANT", "DAY", "KEY", "OPERATION", "OUTCOME", "REQUESTS");
            counts.forEach(count -> out.printf(ROW, members(count).values().toArray()));
        }
        out.flush();
    }

    private static Map<String, Object> members(UsageCount count) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("tenant", count.counted().tenantId());
        members.put("day", count.counted().day().toString());
        members.put("key", count.counted().keyId());
        members.put("operation", count.counted().operation());
        members.put("outcome", count.counted().outcome().id());
        members.put("requests", count.requests());
        return members;
    }
}
