package dev.selfsame.server.cli;

import dev.selfsame.server.audit.AuditHead;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

@Command(
        name = "head",
        description = {
            "Print the number and the hash of the last entry, to be kept outside of the database.",
            "audit verify --head compares with it later."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class AuditHeadCommand implements Callable<Integer> {

    @Mixin private final StoreOption option = new StoreOption();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        AuditCommand.refuseOptionsBefore(line);
        return option.run(line, store -> print(store.audit().head().orElse(null), line));
    }

    private int print(@Nullable AuditHead head, CommandLine line) {
        if (head == null) {
            return StoreOption.fail(
                    line,
                    "the table audit_head has lost its row; see what selfsame audit verify says");
        }
        line.getOut()
                .println(option.json() ? JsonLine.of(AuditCommand.members(head)) : head.toString());
        line.getOut().flush();
        return CommandLine.ExitCode.OK;
    }
}
