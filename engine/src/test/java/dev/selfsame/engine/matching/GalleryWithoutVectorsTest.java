package dev.selfsame.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.engine.matching.FaceMatcher.Similarity;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** In processes of their own: the modules of a JVM are chosen when it starts. */
final class GalleryWithoutVectorsTest {

    private static final String VECTORS = "--add-modules=jdk.incubator.vector";

    @Test
    void answersTheSameWithTheModuleAndWithoutIt() throws Exception {
        List<String> with = linesOf(VECTORS);
        List<String> without = linesOf();

        assertThat(with.getFirst()).startsWith("vector");
        assertThat(without.getFirst()).isEqualTo("scalar");
        assertThat(with).hasSize(11);
        assertThat(with.subList(1, 11)).isEqualTo(without.subList(1, 11));
    }

    private static List<String> linesOf(String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of(options));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), OneSearch.class.getName()));
        // why: the JVM warns of an incubating module on standard error
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            return lines.lines().toList();
        }
    }

    /** What the process does. */
    static final class OneSearch {

        private OneSearch() {}

        public static void main(String[] arguments) {
            FaceGallery gallery =
                    new FaceGallery(
                            Galleries.MODE, 1, 384, Galleries.matcher(Similarity.MINUS_DISTANCE));
            Random random = new Random(1);
            for (int i = 0; i < 500; i++) {
                gallery.add(Galleries.id(i), Galleries.random(384, random));
            }
            System.out.println(gallery.kernel());
            gallery.search(Galleries.random(384, random), 10).forEach(System.out::println);
        }
    }
}
