package dev.selfsame.server.cli;

import dev.selfsame.server.person.ExportedPerson;
import dev.selfsame.server.person.PeopleTransfer;
import dev.selfsame.server.person.PeopleTransfer.Added;
import dev.selfsame.server.transfer.PeopleReader;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

@Command(
        name = "import",
        description = {
            "Add the people of an exported file to a tenant.",
            "Whoever is there already stays as is, so an import that was cut can be run again."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class PeopleImportCommand implements Callable<Integer> {

    @Mixin private final StoreOption option = new StoreOption();

    @Mixin private final TenantOption tenant = new TenantOption();

    @Mixin private final PassphraseOption passphrase = new PassphraseOption();

    @Parameters(paramLabel = "FILE", description = "The file that people export wrote")
    private Path file = Path.of("");

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return option.run(line, store -> add(store, line));
    }

    private int add(OpenStore store, CommandLine line) {
        String id = tenant.existing(store);
        Map<Added, Long> counts = new EnumMap<>(Added.class);
        try (PeopleReader reader =
                new PeopleReader(Files.newInputStream(file), passphrase.read())) {
            PeopleTransfer people = store.transfer();
            Set<String> fromThisFile = new HashSet<>();
            for (Optional<ExportedPerson> person = reader.next();
                    person.isPresent();
                    person = reader.next()) {
                String clientId = person.get().person().clientId();
                if (fromThisFile.contains(clientId)) {
                    // why: whoever was changed during the export comes again, as changed
                    people.replace(id, person.get());
                    continue;
                }
                Added added = people.add(id, person.get());
                counts.merge(added, 1L, Long::sum);
                if (added != Added.NOT_ADDED) {
                    fromThisFile.add(clientId);
                }
            }
        } catch (IOException e) {
            store.record(id, "people.import", id, false);
            return StoreOption.fail(
                    line,
                    file
                            + " cannot be imported whole: "
                            + e.getMessage()
                            + "; "
                            + added(counts)
                            + " people were added before that");
        }
        store.record(id, "people.import", id, true);
        print(line, counts);
        return CommandLine.ExitCode.OK;
    }

    private static long added(Map<Added, Long> counts) {
        return counts.getOrDefault(Added.AS_IT_WAS, 0L)
                + counts.getOrDefault(Added.WITH_A_NEW_NUMBER, 0L);
    }

    private void print(CommandLine line, Map<Added, Long> counts) {
        long renumbered = counts.getOrDefault(Added.WITH_A_NEW_NUMBER, 0L);
        long there = counts.getOrDefault(Added.NOT_ADDED, 0L);
        if (option.json()) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("added", added(counts));
            members.put("renumbered", renumbered);
            members.put("alreadyThere", there);
            line.getOut().println(JsonLine.of(members));
            line.getOut().flush();
        } else {
            line.getErr()
                    .printf(
                            "%d added, %d of them with a new BioPassID as theirs was taken;"
                                    + " %d were there already and stay as they are.%n",
                            added(counts), renumbered, there);
            line.getErr().flush();
        }
    }
}
