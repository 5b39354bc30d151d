package dev.selfsame.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

@Command(
        name = "count",
        description = "Print how many people a tenant has.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class PeopleCountCommand implements Callable<Integer> {

    @Mixin private final StoreOption option = new StoreOption();

    @Mixin private final TenantOption tenant = new TenantOption();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return option.run(
                line,
                store -> {
                    String id = tenant.existing(store);
                    long count = store.people().count(id);
                    if (option.json()) {
                        Map<String, Object> members = new LinkedHashMap<>();
                        members.put("tenant", id);
                        members.put("people", count);
                        line.getOut().println(JsonLine.of(members));
                    } else {
                        line.getOut().println(count);
                    }
                    line.getOut().flush();
                    return CommandLine.ExitCode.OK;
                });
    }
}
