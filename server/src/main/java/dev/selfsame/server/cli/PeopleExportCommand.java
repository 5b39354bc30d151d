package dev.selfsame.server.cli;

import dev.selfsame.server.datadir.OwnerOnly;
import dev.selfsame.server.person.PeopleTransfer;
import dev.selfsame.server.transfer.PeopleWriter;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;

@Command(
        name = "export",
        description = "Write a tenant's people to a file, encrypted with a passphrase.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class PeopleExportCommand implements Callable<Integer> {

    @Mixin private final StoreOption option = new StoreOption();

    @Mixin private final TenantOption tenant = new TenantOption();

    @Mixin private final PassphraseOption passphrase = new PassphraseOption();

    @Parameters(paramLabel = "FILE", description = "The file to write; must not be there")
    private Path file = Path.of("");

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return option.run(line, store -> export(store, line));
    }

    private int export(OpenStore store, CommandLine line) {
        String id = tenant.existing(store);
        if (Files.exists(file)) {
            return StoreOption.fail(line, file + " is there already; name another file");
        }
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            long count = write(store.transfer(), id, draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            store.record(id, "people.export", id, true);
            line.getErr().println(count + " people of tenant " + id + " are in " + file);
            line.getErr().flush();
            return CommandLine.ExitCode.OK;
        } catch (IOException | UncheckedIOException e) {
            return StoreOption.fail(line, "the export cannot be written: " + e.getMessage());
        }
    }

    private long write(PeopleTransfer people, String tenantId, Path draft) throws IOException {
        char[] secret = passphrase.read();
        Files.deleteIfExists(draft);
        OwnerOnly.write(draft, new byte[0]);
        try (PeopleWriter writer =
                new PeopleWriter(new BufferedOutputStream(Files.newOutputStream(draft)), secret)) {
            people.forEach(
                    tenantId,
                    person -> {
                        try {
                            writer.write(person);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
            writer.finish();
            return writer.written();
        }
    }
}
