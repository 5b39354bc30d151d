package dev.selfsame.server.cli;

import dev.selfsame.server.tenant.Tenant;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** Makes, shows, changes and deletes tenants, while the server runs or not. */
@Command(
        name = "tenants",
        description = "Make, show, change and delete tenants; works while the server runs.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        subcommands = {
            TenantsCreateCommand.class,
            TenantsListCommand.class,
            TenantsShowCommand.class,
            TenantsSetCommand.class,
            TenantsDeleteCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  selfsame tenants create acme --name \"Acme Ltd\"",
            "  selfsame tenants set acme --face-fmr 1e-5 --finger-fmr default",
            "  selfsame tenants set acme --people-days 730 --ended-consents delete",
            "  selfsame tenants delete acme --yes"
        })
public final class TenantsCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        line.usage(line.getErr());
        return CommandLine.ExitCode.USAGE;
    }

    /** A tenant as JSON shows it. */
    static Map<String, Object> members(Tenant tenant) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", tenant.id());
        if (tenant.name() != null) {
            members.put("name", tenant.name());
        }
        members.put("created", tenant.created().toString());
        if (tenant.rules().faceFmr() != null) {
            members.put("faceFmr", tenant.rules().faceFmr());
        }
        if (tenant.rules().fingerFmr() != null) {
            members.put("fingerFmr", tenant.rules().fingerFmr());
        }
        return members;
    }

    /** A rate as people read it. */
    static String text(@Nullable Double fmr) {
        return fmr == null ? "default" : fmr.toString();
    }

    static int noSuchTenant(CommandLine line, String id) {
        return StoreOption.fail(line, "there is no tenant " + id + "; see selfsame tenants list");
    }
}
