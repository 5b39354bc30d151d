package dev.selfsame.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class BuildStampTest {

    @TempDir Path folder;
    @TempDir Path sources;

    @BeforeEach
    void writeInputs() throws IOException {
        Files.writeString(lock(), "lock");
        Files.writeString(sources.resolve("basis.bin"), "basis");
    }

    @Test
    void isOnTheFileThatItWasWrittenTo() throws IOException {
        stamp().write(folder.resolve("stamp"));

        assertThat(stamp().isOn(folder.resolve("stamp"))).isTrue();
    }

    @Test
    void isOnNoFileThatIsMissing() throws IOException {
        assertThat(stamp().isOn(folder.resolve("stamp"))).isFalse();
    }

    @Test
    void changesWithTheLockFile() throws IOException {
        BuildStamp before = stamp();

        Files.writeString(lock(), "another lock");

        assertThat(stamp()).isNotEqualTo(before);
    }

    @Test
    void changesWithTheContentOfADataFile() throws IOException {
        BuildStamp before = stamp();

        Files.writeString(sources.resolve("basis.bin"), "another basis");

        assertThat(stamp()).isNotEqualTo(before);
    }

    @Test
    void changesWithTheNameOfADataFile() throws IOException {
        BuildStamp before = stamp();

        Files.move(sources.resolve("basis.bin"), sources.resolve("renamed.bin"));

        assertThat(stamp()).isNotEqualTo(before);
    }

    private BuildStamp stamp() throws IOException {
        return BuildStamp.of(lock(), sources, PackBuild.class);
    }

    private Path lock() {
        return folder.resolve("package-lock.json");
    }
}
