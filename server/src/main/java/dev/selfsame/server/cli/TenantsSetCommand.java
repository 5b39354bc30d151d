package dev.selfsame.server.cli;

import dev.selfsame.server.tenant.MatchingRules;
import dev.selfsame.server.tenant.RetentionRules;
import dev.selfsame.server.tenant.Tenant;
import dev.selfsame.server.tenant.TenantRetention;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "set",
        description = {
            "Change how samples of a tenant are compared, and what is deleted by itself.",
            "A running server compares so at once and deletes within an hour or so;",
            "selfsame retention run --dry-run says how much that will be."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class TenantsSetCommand implements Callable<Integer> {

    @Mixin private final StoreOption option = new StoreOption();

    @Parameters(paramLabel = "ID", description = "The tenant")
    private String id = "";

    @Option(
            names = "--face-fmr",
            paramLabel = "RATE",
            description = "False match rate of faces, 1e-9 to 0.1, or default")
    private @Nullable String faceFmr;

    @Option(
            names = "--finger-fmr",
            paramLabel = "RATE",
            description = "False match rate of fingerprints, 1e-9 to 0.1, or default")
    private @Nullable String fingerFmr;

    @Mixin private final RetentionChange retention = new RetentionChange();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        if (faceFmr == null && fingerFmr == null && !retention.isAny()) {
            throw new ParameterException(
                    line,
                    "nothing to set (expected: --face-fmr, --finger-fmr, --people-days,"
                            + " --usage-days, --ended-consents)");
        }
        return option.run(line, store -> set(store, line));
    }

    private int set(OpenStore store, CommandLine line) {
        Tenant.checkId(id);
        Optional<Tenant> before = store.tenants().find(id);
        Optional<TenantRetention> kept = store.tenants().retention(id);
        boolean done = before.isPresent() && kept.isPresent();
        if (done) {
            MatchingRules rules = before.get().rules();
            MatchingRules wanted =
                    new MatchingRules(
                            rate("face-fmr", faceFmr, rules.faceFmr()),
                            rate("finger-fmr", fingerFmr, rules.fingerFmr()));
            // why first: what cannot be is refused before anything is changed
            RetentionRules keeping = retention.applied(kept.get().rules());
            done =
                    store.tenants().setRules(id, wanted)
                            && store.tenants().setRetention(id, keeping);
        }
        store.record(id, "tenants.set", id, done);
        Optional<Tenant> after = store.tenants().find(id);
        if (!done || after.isEmpty()) {
            return TenantsCommand.noSuchTenant(line, id);
        }
        if (option.json()) {
            Map<String, Object> members = TenantsCommand.members(after.get());
            store.tenants().retention(id).ifPresent(it -> RetentionChange.put(members, it));
            line.getOut().println(JsonLine.of(members));
            line.getOut().flush();
        } else {
            line.getErr().println("Tenant " + id + " is changed.");
            line.getErr().flush();
        }
        return CommandLine.ExitCode.OK;
    }

    private static @Nullable Double rate(
            String name, @Nullable String typed, @Nullable Double before) {
        if (typed == null) {
            return before;
        }
        if (typed.equals("default")) {
            return null;
        }
        try {
            return Double.valueOf(typed);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    name + ": " + typed + " (expected: 1e-9..0.1 or default)", e);
        }
    }
}
