package dev.selfsame.server.cli;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.engine.face.FacesOutcome;
import dev.selfsame.engine.face.FacesOutcome.Faces;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** Shows what the engine sees in a picture. */
@Command(
        name = "inspect",
        description =
                "Show every face of a picture: place, landmarks, pose, quality with its components,"
                        + " eyes and mouth, age.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        footer = {
            "",
            "Examples:",
            "  selfsame inspect group.jpg",
            "  selfsame inspect group.jpg --draw seen.png",
            "  selfsame inspect --json selfie.jpg"
        })
final class InspectCommand implements Callable<Integer> {

    @Parameters(paramLabel = "IMAGE", description = "Picture file")
    private Path file = Path.of("");

    @Option(
            names = "--draw",
            paramLabel = "OUT.png",
            description = "Draw boxes, landmarks and numbers onto the picture")
    private @Nullable Path drawing;

    @Option(names = "--rotate", description = "Look for faces lying on their side as well")
    private boolean rotate;

    @Mixin private final EngineOptions engineOptions = new EngineOptions();

    @Option(names = "--json", description = "Print one JSON object")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PictureFile picture = PictureFile.read(file);
        check(CommandSpecs.of(spec));
        Faces faces = find(picture);
        if (drawing != null) {
            write(FaceDrawing.png(picture, faces), drawing);
        }
        PrintWriter out = CommandSpecs.of(spec).getOut();
        if (json) {
            Map<String, Object> members = FacesJson.members(picture.name(), faces);
            if (drawing != null) {
                members.put("drawing", drawing.toString());
            }
            out.println(JsonLine.of(members));
        } else {
            out.print(FacesText.of(picture.name(), faces));
        }
        out.flush();
        return ExitCodes.OK;
    }

    private void check(CommandLine line) {
        if (drawing == null) {
            return;
        }
        if (!drawing.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new ParameterException(
                    line, "--draw: " + drawing + " (expected: a name in .png)");
        }
        if (isPicture(drawing)) {
            throw new ParameterException(line, "--draw would overwrite the picture itself");
        }
    }

    private boolean isPicture(Path other) {
        try {
            return Files.exists(other) && Files.isSameFile(file, other);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Faces find(PictureFile picture) {
        try (Engine engine = engineOptions.open()) {
            return switch (engine.findFaces(picture.bytes(), new FaceRequest(rotate, true))) {
                case Faces faces -> faces;
                case FacesOutcome.Unreadable it -> throw Advice.about(picture, it.refusal());
            };
        }
    }

    private static void write(byte[] png, Path file) {
        try {
            Files.write(file, png);
        } catch (IOException e) {
            throw new UnusableInputException(
                    "the drawing cannot be written to " + file + ": " + e.getMessage());
        }
    }
}
