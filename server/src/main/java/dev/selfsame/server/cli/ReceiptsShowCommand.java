package dev.selfsame.server.cli;

import dev.selfsame.server.receipt.ReceiptText;
import dev.selfsame.server.receipt.StoredReceipt;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

@Command(
        name = "show",
        description = {
            "Print a receipt as it was signed: one line of JSON, to be kept as it is.",
            "selfsame verify-signature checks it."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class ReceiptsShowCommand implements Callable<Integer> {

    @Mixin private final StoreOption option = new StoreOption();

    @Parameters(paramLabel = "ID", description = "The id that the deletion answered")
    private @Nullable UUID id;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return option.run(line, store -> show(store, line));
    }

    private int show(OpenStore store, CommandLine line) {
        Optional<StoredReceipt> found =
                Optional.ofNullable(id).flatMap(it -> store.receipts().find(it));
        if (found.isEmpty()) {
            return StoreOption.fail(
                    line, "there is no receipt of that id; see selfsame receipts list");
        }
        String text = new String(ReceiptText.document(found.get()), StandardCharsets.UTF_8);
        line.getOut().println(text);
        line.getOut().flush();
        return CommandLine.ExitCode.OK;
    }
}
