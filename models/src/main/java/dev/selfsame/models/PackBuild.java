package dev.selfsame.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the default model pack. Arguments: the folder with {@code package-lock.json}, the folder
 * with the pack's template and data files, the folder for the pack, the file for the stamp.
 */
public final class PackBuild {

    private PackBuild() {}

    /** Builds the pack unless nothing has changed since the last time. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 4) {
            throw new IllegalArgumentException(
                    args.length + " arguments (expected: npm folder, pack sources, pack, stamp)");
        }
        Path npm = Path.of(args[0]);
        Path sources = Path.of(args[1]);
        Path pack = Path.of(args[2]);
        NodePackages packages = new NodePackages(npm);
        packages.install();
        BuildStamp stamp = BuildStamp.of(packages.lock(), sources, PackBuild.class);
        if (stamp.isOn(Path.of(args[3])) && PackManifest.isComplete(pack)) {
            return;
        }
        Files.createDirectories(pack);
        for (Conversion conversion : Conversion.ALL) {
            conversion.graph(packages).write(pack.resolve(conversion.file()));
        }
        PackManifest.complete(sources, pack);
        stamp.write(Path.of(args[3]));
    }
}
