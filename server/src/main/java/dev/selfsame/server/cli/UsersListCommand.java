package dev.selfsame.server.cli;

import dev.selfsame.server.portal.PortalUser;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

@Command(
        name = "list",
        description = "List all users of the portal.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class UsersListCommand implements Callable<Integer> {

    private static final String ROW = "%-24s %-14s %-20s %-6s %s%n";

    @Mixin private final StoreOption option = new StoreOption();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return option.run(line, store -> list(store.users().list(), line.getOut()));
    }

    private int list(List<PortalUser> all, PrintWriter out) {
        if (option.json()) {
            out.println(
                    JsonLine.of(
                            Map.of("users", all.stream().map(UsersListCommand::members).toList())));
        } else {
            out.printf(ROW, "NAME", "ROLE", "TENANT", "TOTP", "CREATED");
            all.forEach(
                    user ->
                            out.printf(
                                    ROW,
                                    user.name(),
                                    user.role(),
                                    user.tenantId() == null ? "-" : user.tenantId(),
                                    user.totp() ? "yes" : "no",
                                    user.created()));
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private static Map<String, Object> members(PortalUser user) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", user.name());
        members.put("role", user.role().name());
        if (user.tenantId() != null) {
            members.put("tenant", user.tenantId());
        }
        members.put("totp", user.totp());
        members.put("created", user.created().toString());
        return members;
    }
}
