package dev.selfsame.server.cli.doctor;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.inference.InferenceException;
import dev.selfsame.engine.inference.InvalidPackException;
import dev.selfsame.server.EngineSettings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Model packs: there, as they were made, and computing here what they computed there. */
final class ModelsExam {

    private static final String SUBJECT = "models";

    /** Ten times what different processors differ by. */
    private static final double MOST_DEVIATION = 1e-3;

    private final EngineSettings settings;

    ModelsExam(EngineSettings settings) {
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    List<Finding> examine() {
        try (Engine engine = Engine.open(settings.config())) {
            engine.verifyPacks();
            List<Finding> findings = new ArrayList<>();
            findings.add(
                    Finding.ok(
                            SUBJECT,
                            "mode "
                                    + engine.currentMode()
                                    + ", packs: "
                                    + engine.packs().size()
                                    + ", every checksum is right"));
            findings.add(deviation(engine.deviation()));
            findings.add(jpeg(engine));
            return findings;
        } catch (InvalidPackException e) {
            return List.of(
                    Finding.failed(
                            SUBJECT,
                            String.valueOf(e.getMessage()),
                            "put the pack back as it was made, or correct selfsame.engine.models"
                                    + " and selfsame.engine.mode"));
        } catch (InferenceException | LinkageError e) {
            return List.of(
                    Finding.failed(
                            "native libraries",
                            "ONNX Runtime does not load: " + e.getMessage(),
                            "use a system with glibc 2.28 or newer (not Alpine), x86-64 or arm64,"
                                    + " and a temporary folder that is not mounted noexec"));
        }
    }

    private static Finding deviation(double deviation) {
        String found =
                "the networks' answers differ from the expected ones by %.1e"
                        .formatted(deviation)
                        .toLowerCase(Locale.ROOT);
        return deviation <= MOST_DEVIATION
                ? Finding.ok("golden vector", found)
                : Finding.failed(
                        "golden vector",
                        found,
                        "do not use this machine: it would compare wrongly; report its processor");
    }

    private static Finding jpeg(Engine engine) {
        return engine.hasNativeJpeg()
                ? Finding.ok("native libraries", "ONNX Runtime and OpenCV are loaded")
                : Finding.warning(
                        "native libraries",
                        "there is no OpenCV for this machine, so Java itself decodes JPEG",
                        "expect large pictures to take several times as long; Linux on x86-64 or"
                                + " arm64 has it");
    }
}
