package dev.selfsame.server.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.selfsame.engine.inference.ModelPack;
import dev.selfsame.engine.inference.NetworkSpec;
import dev.selfsame.server.licence.Ingredient.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is shipped may be shipped. */
final class LicenceReportTest {

    private static LicenceReport report() {
        Optional<LicenceReport> report = LicenceReport.ofThisProgram();
        assumeTrue(report.isPresent(), "built offline, so that nothing lists the libraries");
        return report.orElseThrow();
    }

    @Test
    void nothingIsUnderALicenceThatIsNotTaken() {
        assertThat(report().forbidden())
                .as("take it out, or add its licence to LicencePolicy with a reason")
                .isEmpty();
        assertThat(names(Kind.LIBRARY))
                .hasSizeGreaterThan(100)
                .contains("com.h2database:h2", "com.microsoft.onnxruntime:onnxruntime");
        assertThat(names(Kind.SCRIPT)).contains("qr", "swagger-ui-dist");
        assertThat(names(Kind.NETWORK)).contains("blazeface", "dlib", "liveness");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "NOASSERTION",
                "GPL-2.0-only",
                "GPL-3.0-or-later",
                "AGPL-3.0-only",
                "LGPL-2.1-only",
                "CC-BY-NC-4.0",
                "SSPL-1.0",
                "MIT AND GPL-3.0-only",
                "apache-2.0 or so"
            })
    void othersAreNotTaken(String licence) {
        for (Kind kind : Kind.values()) {
            Ingredient ingredient = new Ingredient(kind, "culprit", "1", List.of(licence));

            assertThat(LicencePolicy.allows(ingredient)).isFalse();
            assertThat(new LicenceReport(List.of(ingredient)).forbidden()).hasSize(1);
            assertThat(new LicenceReport(List.of(ingredient)).text()).contains("NOT ALLOWED");
        }
    }

    @Test
    void oneOfSeveralLicencesIsChosen() {
        String bill =
                """
                {"components": [{"group": "a", "name": "b", "version": "1", "licenses": [
                  {"license": {"id": "LGPL-2.1-only"}}, {"license": {"name": "EPL 1.0"}}]},
                 {"group": "dev.selfsame", "name": "own", "version": "1"},
                 {"group": "a", "name": "none", "version": "1"}]}
                """;

        List<Ingredient> libraries =
                BillOfMaterials.libraries(bill.getBytes(StandardCharsets.UTF_8));

        assertThat(LicencePolicy.chosen(libraries.getFirst())).hasValue("EPL-1.0");
        assertThat(new LicenceReport(libraries).forbidden())
                .extracting(Ingredient::name)
                .containsExactly("a:none");
    }

    @Test
    void theBillIsOfTheLibrariesThatAreThere() {
        Set<String> files =
                Stream.of(System.getProperty("java.class.path").split(":"))
                        .map(file -> Path.of(file).getFileName().toString())
                        .collect(Collectors.toSet());

        for (Ingredient it : report().ingredients()) {
            if (it.kind() == Kind.LIBRARY) {
                String file = it.name().replaceFirst(".*:", "") + "-" + it.version() + ".jar";
                assertThat(files).as(it.name()).contains(file);
            }
        }
    }

    @Test
    void theNoticesNameScriptsAndNetworks() throws IOException {
        String notice = Files.readString(Path.of("../NOTICE"));
        String models = Files.readString(Path.of("../models/NOTICE"));

        assertThat(notice).contains(names(Kind.SCRIPT));
        assertThat(models)
                .contains(
                        ModelPack.builtIn().networks().stream()
                                .map(NetworkSpec::file)
                                .distinct()
                                .toList());
    }

    @Test
    void theOneWithoutALicenceIsSaidPlainly() {
        assertThat(report().text().lines().filter(it -> it.contains("none: ")))
                .hasSize(1)
                .allMatch(it -> it.contains("liveness") && it.contains("states no licence"));
    }

    private static List<String> names(Kind kind) {
        return report().ingredients().stream()
                .filter(it -> it.kind() == kind)
                .map(Ingredient::name)
                .toList();
    }
}
