package dev.selfsame.server.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Programs that stand in a document, as their readers copy and run them. */
public final class DocumentedPrograms {

    /** The file in which a program's output ends up, both kinds of it. */
    public static final String OUTPUT = "output.txt";

    private static final int PATIENCE_SECONDS = 120;
    private static final Pattern BLOCK =
            Pattern.compile(
                    "```(?:sh|python|js|java|php|csharp)\\n"
                            // why: the first line of PHP can be no comment
                            + "((?:<\\?php\\n)?(?:#|//) ([A-Za-z.]+).*?\\n)```",
                    Pattern.DOTALL);
    private static final Pattern ANY_BLOCK =
            Pattern.compile("```(?:sh|python|js|java|php|csharp)\\n");

    private DocumentedPrograms() {}

    /** Writes each code block into a file of the name that its first line states. */
    public static void copy(Path document, Path folder) throws IOException {
        String text = Files.readString(document);
        long copied = 0;
        for (var block : BLOCK.matcher(text).results().toList()) {
            Files.writeString(folder.resolve(block.group(2)), block.group(1));
            copied++;
        }
        if (copied == 0 || copied != ANY_BLOCK.matcher(text).results().count()) {
            throw new IllegalStateException(document + " has a code block without a name");
        }
    }

    /** What follows a command in the lines that are to be typed at a prompt. */
    public static List<String> console(Path document, String command) throws IOException {
        return Files.readAllLines(document).stream()
                .filter(line -> line.startsWith("$ " + command))
                .map(line -> line.substring(2 + command.length()))
                .toList();
    }

    /** Runs a program in a folder and returns its exit code. */
    public static int run(Path folder, Map<String, String> variables, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(OUTPUT).toFile());
        builder.environment().putAll(variables);
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", command) + " does not end");
        }
        return process.exitValue();
    }

    /** True where a program can be started. */
    public static boolean isInstalled(String program, String argument) {
        try {
            Process process =
                    new ProcessBuilder(program, argument).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
