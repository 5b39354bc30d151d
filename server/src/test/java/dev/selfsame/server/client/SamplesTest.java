package dev.selfsame.server.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.selfsame.server.testing.DocumentedPrograms;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The programs of docs/samples.md, as somebody runs them who has copied them from there. */
@ExtendWith(ServerExtension.class)
final class SamplesTest {

    private static final Path DOCUMENT = Path.of("../docs/samples.md");
    private static final String JAVA = ProcessHandle.current().info().command().orElseThrow();
    private static final String PROJECT =
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net8.0</TargetFramework>
                <RollForward>Major</RollForward>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
              </PropertyGroup>
            </Project>
            """;

    @TempDir private Path folder;

    /** A program of the document and what runs it. */
    enum Sample {
        SHELL("curl", "sh", "samples.sh"),
        PYTHON("python3", "python3", "samples.py"),
        NODE("node", "node", "samples.mjs"),
        CLIENT(JAVA, JAVA, "-cp", System.getProperty("java.class.path"), "ClientSamples.java"),
        PLAIN_JAVA(JAVA, JAVA, "Samples.java"),
        PHP("php", "php", "samples.php"),
        CSHARP("dotnet", "dotnet", "run", "--");

        private final String needs;
        private final String command;

        Sample(String needs, String... command) {
            this.needs = needs;
            this.command = String.join("\n", command);
        }

        void assumeInstalled() {
            assumeTrue(
                    DocumentedPrograms.isInstalled(needs, "--version"),
                    needs + " is not installed; install it to run this");
        }
    }

    @BeforeEach
    void copyPrograms() throws IOException {
        DocumentedPrograms.copy(DOCUMENT, folder);
        Files.writeString(folder.resolve("Samples.csproj"), PROJECT);
    }

    @ParameterizedTest
    @EnumSource
    void knowsThePersonAgain(Sample sample, RunningServer server) throws Exception {
        sample.assumeInstalled();

        assertThat(run(sample, server, Faces.annaAgain()))
                .matches(
                        "pictures: (10000|[4-9][0-9]{3})\nverified: true\n"
                                + "session: (10000|[4-9][0-9]{3})\n");
    }

    @Test
    void tellsPeopleApart(RunningServer server) throws Exception {
        Sample.PYTHON.assumeInstalled();

        assertThat(run(Sample.PYTHON, server, Faces.berta()))
                .matches("pictures: [12][0-9]{3}\nverified: false\nsession: [12][0-9]{3}\n");
    }

    private String run(Sample sample, RunningServer server, byte[] second) throws Exception {
        Files.write(folder.resolve("first.jpg"), Faces.anna());
        Files.write(folder.resolve("second.jpg"), second);
        List<String> arguments =
                List.of(server.address().toString(), server.apiKey(), "first.jpg", "second.jpg");

        int exitCode =
                DocumentedPrograms.run(
                        folder,
                        Map.of(),
                        Stream.concat(sample.command.lines(), arguments.stream())
                                .toArray(String[]::new));

        String said = Files.readString(folder.resolve(DocumentedPrograms.OUTPUT));
        assertThat(exitCode).as(said).isZero();
        return said.replace("\r\n", "\n");
    }
}
