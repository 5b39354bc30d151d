package dev.selfsame.server.cli;

import dev.selfsame.server.audit.AuditEntry;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.Map;
import java.util.concurrent.Callable;

@Command(
        name = "retire",
        description = {
            "End a key: it leaves the key set, and what it signed is verified no more.",
            "For a key that somebody else may have had. The current one must be replaced first."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class SigningRetireCommand implements Callable<Integer> {

    @Mixin private final StoreOption option = new StoreOption();

    @Parameters(
            paramLabel = "KID",
            description = "As signing list shows it; write -- before one that begins with -")
    private String kid = "";

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return option.run(line, store -> retire(store, line));
    }

    private int retire(OpenStore store, CommandLine line) {
        boolean known = SigningCommand.isKid(kid);
        boolean retired = known && store.signingRotation().retire(kid);
        store.record(AuditEntry.NONE, "signing.retire", known ? kid : AuditEntry.NONE, retired);
        if (!retired) {
            return StoreOption.fail(
                    line,
                    "there is no key of that kid that can be retired; the current one must be"
                            + " replaced first (selfsame signing rotate)");
        }
        if (option.json()) {
            line.getOut().println(JsonLine.of(Map.of("retired", kid)));
            line.getOut().flush();
        } else {
            line.getErr().println("Key " + kid + " verifies nothing any more.");
            line.getErr().flush();
        }
        return CommandLine.ExitCode.OK;
    }
}
