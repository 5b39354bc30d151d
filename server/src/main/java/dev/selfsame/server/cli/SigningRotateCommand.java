package dev.selfsame.server.cli;

import dev.selfsame.server.audit.AuditEntry;
import dev.selfsame.server.signing.SigningAlgorithm;
import dev.selfsame.server.signing.SigningOptions;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "rotate",
        description = {
            "Make a new key the one that signs; running servers use it within a second.",
            "What older keys signed stays verifiable, but they can sign no more."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class SigningRotateCommand implements Callable<Integer> {

    @Mixin private final StoreOption option = new StoreOption();

    @Option(
            names = "--algorithm",
            paramLabel = "NAME",
            description = "${COMPLETION-CANDIDATES} (default: selfsame.signing.algorithm)")
    private @Nullable SigningAlgorithm algorithm;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return option.run(line, store -> rotate(store, line));
    }

    private int rotate(OpenStore store, CommandLine line) {
        SigningOptions settings = option.signing();
        SigningAlgorithm chosen = algorithm == null ? settings.algorithm() : algorithm;
        Optional<String> kid =
                store.signingRotation().rotate(new SigningOptions(chosen, settings.rsaBits()));
        store.record(
                AuditEntry.NONE, "signing.rotate", kid.orElse(AuditEntry.NONE), kid.isPresent());
        if (kid.isEmpty()) {
            return StoreOption.fail(
                    line, "somebody else has just replaced the key; see selfsame signing list");
        }
        if (option.json()) {
            line.getOut()
                    .println(JsonLine.of(Map.of("kid", kid.get(), "algorithm", chosen.name())));
        } else {
            line.getOut().println(kid.get());
        }
        line.getOut().flush();
        if (chosen != settings.algorithm()) {
            line.getErr()
                    .println(
                            "Set selfsame.signing.algorithm to "
                                    + chosen
                                    + ", or the next start of a server goes back to "
                                    + settings.algorithm()
                                    + ".");
            line.getErr().flush();
        }
        return CommandLine.ExitCode.OK;
    }
}
