package dev.selfsame.engine.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.EngineConfig;
import dev.selfsame.engine.testing.SamplePictures;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Each requirement on a portrait that differs in it alone. The pictures are left in {@code
 * target/portraits} for people to look at.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PortraitFaultsTest {

    private static final Path FOLDER = Path.of("target/portraits");

    private final Engine engine = Engine.open(EngineConfig.DEFAULT);
    private final Map<Requirement, Fault> faults = new EnumMap<>(Requirement.class);
    private final Map<Requirement, PortraitReport> mild = new EnumMap<>(Requirement.class);
    private final Map<Requirement, PortraitReport> strong = new EnumMap<>(Requirement.class);
    private PortraitReport base = new PortraitReport(FramingVerdict.NO_FACE, nothing());

    private static Map<Requirement, Finding> nothing() {
        Map<Requirement, Finding> findings = new EnumMap<>(Requirement.class);
        for (Requirement requirement : Requirement.values()) {
            findings.put(requirement, Finding.IMPOSSIBLE);
        }
        return findings;
    }

    @BeforeAll
    void takePictures() throws IOException {
        Files.createDirectories(FOLDER);
        // a woman of the first group photograph, who laughs, and one of the sixth
        StudioPortrait photo = StudioPortrait.of(engine, 1, 1556);
        StudioPortrait other = StudioPortrait.of(engine, 6, 1532);
        StudioPortrait closed = photo.withMouthClosed(1);
        base = report("Base", closed.picture());
        for (Fault fault : Fault.all(photo, closed, other)) {
            String name = fault.requirement().wireName();
            faults.put(fault.requirement(), fault);
            mild.put(fault.requirement(), report(name + "-mild", fault.mild()));
            strong.put(fault.requirement(), report(name, fault.strong()));
        }
    }

    @AfterAll
    void close() {
        engine.close();
    }

    @Test
    void goodPortraitConformsInEverything() {
        assertThat(base.framing()).isEqualTo(FramingVerdict.OK);
        assertThat(failed(base)).isEmpty();
        assertThat(base.allConformed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Requirement.class)
    void faultFailsItsRequirement(Requirement requirement) {
        Finding good = finding(base, requirement);
        Finding bad = finding(of(strong, requirement), requirement);

        assertThat(bad.conformed()).isFalse();
        assertThat(bad.confidence()).isLessThan(good.confidence());
        assertThat(of(strong, requirement).allConformed()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Requirement.class)
    void milderFaultLiesBetween(Requirement requirement) {
        Finding little = finding(of(mild, requirement), requirement);

        assertThat(little.confidence())
                .isLessThanOrEqualTo(finding(base, requirement).confidence())
                .isGreaterThan(finding(of(strong, requirement), requirement).confidence());
    }

    @ParameterizedTest
    @EnumSource(Requirement.class)
    void faultChangesNoOtherVerdictButThoseOfTheSamePixels(Requirement requirement) {
        Set<Requirement> expected = new HashSet<>(of(faults, requirement).alsoFails());
        expected.add(requirement);

        assertThat(of(strong, requirement).framing()).isEqualTo(FramingVerdict.OK);
        assertThat(failed(of(strong, requirement))).isEqualTo(expected);
    }

    @Test
    void milderFaultsAreNoticedInMostRequirements() {
        List<Requirement> noticed =
                mild.keySet().stream()
                        .filter(
                                it ->
                                        finding(of(mild, it), it).confidence()
                                                < finding(base, it).confidence())
                        .toList();

        assertThat(noticed).hasSizeGreaterThanOrEqualTo(21);
    }

    private PortraitReport report(String name, BufferedImage picture) throws IOException {
        byte[] file = SamplePictures.jpeg(picture, 0.95f);
        Files.write(FOLDER.resolve(name + ".jpg"), file);
        return ((PortraitCheck.Checked) engine.checkPortrait(file)).report();
    }

    private static Set<Requirement> failed(PortraitReport report) {
        Set<Requirement> failed = EnumSet.noneOf(Requirement.class);
        report.findings()
                .forEach(
                        (requirement, finding) -> {
                            if (!finding.conformed()) {
                                failed.add(requirement);
                            }
                        });
        return failed;
    }

    private static Finding finding(PortraitReport report, Requirement requirement) {
        return of(report.findings(), requirement);
    }

    private static <T> T of(Map<Requirement, T> map, Requirement requirement) {
        return Objects.requireNonNull(map.get(requirement));
    }
}
