package dev.selfsame.server.cli;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.InstalledPack;
import dev.selfsame.engine.inference.InvalidPackException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Lists the installed model packs; and verifies the checksum of every file. */
@Command(
        name = "models",
        description = "List the installed model packs and verify their checksums.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        footer = {
            "",
            "Examples:",
            "  selfsame models",
            "  selfsame models --models /srv/packs --mode ARCFACE_R50"
        })
final class ModelsCommand implements Callable<Integer> {

    private static final int SHOWN_DIGITS = 12;

    @Mixin private final EngineOptions engineOptions = new EngineOptions();

    @Option(names = "--json", description = "Print one JSON object")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = CommandSpecs.of(spec).getOut();
        try (Engine engine = engineOptions.open()) {
            verify(engine);
            if (json) {
                out.println(JsonLine.of(members(engine)));
            } else {
                print(engine, out);
            }
        }
        out.flush();
        return ExitCodes.OK;
    }

    private static void verify(Engine engine) {
        try {
            engine.verifyPacks();
        } catch (InvalidPackException e) {
            throw new UnusableInputException(Objects.requireNonNull(e.getMessage(), "message"));
        }
    }

    private static void print(Engine engine, PrintWriter out) {
        for (InstalledPack pack : engine.packs()) {
            out.println(pack.name() + " " + pack.version() + " (" + pack.origin() + ")");
            for (InstalledPack.Network network : pack.networks()) {
                out.printf(
                        "  %-16s %-16s sha256 %s  %-12s %s%n",
                        network.name(),
                        network.role(),
                        network.sha256().substring(0, SHOWN_DIGITS),
                        network.licence(),
                        network.origin());
            }
            out.println("  modes: " + String.join(", ", pack.modes()));
        }
        out.println("Checksums are right. Current mode: " + engine.currentMode());
    }

    private static Map<String, Object> members(Engine engine) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("currentMode", engine.currentMode());
        members.put("modes", engine.modes());
        members.put("packs", engine.packs().stream().map(ModelsCommand::pack).toList());
        return members;
    }

    private static Map<String, Object> pack(InstalledPack pack) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", pack.name());
        members.put("version", pack.version());
        members.put("origin", pack.origin());
        members.put("modes", pack.modes());
        List<Map<String, Object>> networks =
                pack.networks().stream().map(ModelsCommand::network).toList();
        members.put("networks", networks);
        return members;
    }

    private static Map<String, Object> network(InstalledPack.Network network) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", network.name());
        members.put("role", network.role());
        members.put("sha256", network.sha256());
        members.put("origin", network.origin());
        members.put("licence", network.licence());
        return members;
    }
}
