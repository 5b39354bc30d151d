package dev.selfsame.server.cli;

import dev.selfsame.engine.template.FaceTemplate;
import dev.selfsame.engine.template.Template;
import dev.selfsame.server.person.Slot;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

@Command(
        name = "reencode",
        description = {
            "Say who has to be updated before a face mode can be used alone.",
            "Templates are made from pictures, and pictures are never kept: nothing can be read"
                + " again here. Each person counted gets a template of the current mode by the next"
                + " update with a new picture."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class PeopleReencodeCommand implements Callable<Integer> {

    @Mixin private final StoreOption option = new StoreOption();

    @Mixin private final TenantOption tenant = new TenantOption();

    @Option(
            names = "--mode",
            paramLabel = "NAME",
            required = true,
            description = "The mode that all faces should have; see selfsame models")
    private String mode = "";

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return option.run(line, store -> count(store, line));
    }

    private int count(OpenStore store, CommandLine line) {
        String id = tenant.existing(store);
        Map<String, Long> byMode = new TreeMap<>();
        store.transfer()
                .forEach(
                        id,
                        person -> {
                            Template face = person.templates().get(Slot.FACE);
                            if (face instanceof FaceTemplate) {
                                byMode.merge(face.mode(), 1L, Long::sum);
                            }
                        });
        long others =
                byMode.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(mode))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
        if (option.json()) {
            line.getOut().println(JsonLine.of(Map.of("facesByMode", byMode, "toUpdate", others)));
        } else {
            byMode.forEach((name, count) -> line.getOut().println(name + " " + count));
        }
        line.getOut().flush();
        if (others > 0) {
            line.getErr()
                    .println(
                            others
                                    + " faces are not of mode "
                                    + mode
                                    + ". Their pictures were never kept, so nothing was encoded"
                                    + " again; update these people with new pictures.");
            line.getErr().flush();
        }
        return others == 0 ? CommandLine.ExitCode.OK : ExitCodes.DIFFERENT;
    }
}
