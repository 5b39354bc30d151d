package dev.selfsame.engine;

import dev.selfsame.engine.calibration.CalibrationFile;
import dev.selfsame.engine.calibration.CalibrationTable;
import dev.selfsame.engine.face.FaceModels;
import dev.selfsame.engine.inference.InvalidPackException;
import dev.selfsame.engine.inference.ModeSpec;
import dev.selfsame.engine.inference.ModelPack;
import dev.selfsame.engine.matching.FaceMatcher;
import dev.selfsame.engine.template.FaceTemplate;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The face modes of all installed packs, one of them current. */
final class FaceModes {

    private record Installed(ModelPack pack, ModeSpec mode) {}

    private final ModelPack builtIn;
    private final List<ModelPack> packs;
    private final List<Installed> all;

    private FaceModes(ModelPack builtIn, List<ModelPack> packs, List<Installed> all) {
        this.builtIn = builtIn;
        this.packs = packs;
        this.all = all;
    }

    static FaceModes installed(@Nullable Path folder, @Nullable String current) {
        ModelPack builtIn = ModelPack.builtIn();
        List<ModelPack> packs = new ArrayList<>(List.of(builtIn));
        if (folder != null) {
            packs.addAll(ModelPack.in(folder));
        }
        List<Installed> all = new ArrayList<>();
        for (ModelPack pack : packs) {
            for (ModeSpec mode : pack.modes()) {
                if (all.stream().anyMatch(i -> i.mode().name().equals(mode.name()))) {
                    throw new InvalidPackException(
                            pack.origin() + ": mode " + mode.name() + " is installed twice");
                }
                all.add(new Installed(pack, mode));
            }
        }
        if (current != null) {
            Installed chosen =
                    all.stream()
                            .filter(i -> i.mode().name().equals(current))
                            .findFirst()
                            .orElseThrow(() -> notInstalled(current, all));
            all.remove(chosen);
            all.add(0, chosen);
        }
        return new FaceModes(builtIn, packs, List.copyOf(all));
    }

    private static InvalidPackException notInstalled(String mode, List<Installed> all) {
        return new InvalidPackException(
                "mode: "
                        + mode
                        + " is not installed (expected one of: "
                        + all.stream().map(i -> i.mode().name()).toList()
                        + ")");
    }

    ModeSpec current() {
        return all.get(0).mode();
    }

    List<String> names() {
        return all.stream().map(i -> i.mode().name()).toList();
    }

    /** The current mode's networks; an installed pack's detector goes before the built-in one. */
    FaceModels load(int threads) {
        ModelPack pack = all.get(0).pack();
        List<ModelPack> order = new ArrayList<>(packs);
        order.remove(pack);
        order.add(0, pack);
        order.remove(builtIn);
        order.add(builtIn);
        return new FaceModels(pack, current(), order, threads);
    }

    /** A matcher for each installed mode, so that older templates stay comparable. */
    Map<String, FaceMatcher> matchers() {
        Map<String, FaceMatcher> matchers = new HashMap<>();
        for (Installed installed : all) {
            ModeSpec mode = installed.mode();
            FaceMatcher.Similarity similarity =
                    switch (mode.comparison()) {
                        case COSINE -> FaceMatcher.Similarity.COSINE;
                        case EUCLIDEAN -> FaceMatcher.Similarity.MINUS_DISTANCE;
                    };
            matchers.put(
                    key(mode.name(), mode.version()),
                    new FaceMatcher(similarity, mode.step(), calibration(installed)));
        }
        return Map.copyOf(matchers);
    }

    private static CalibrationTable calibration(Installed installed) {
        String file = installed.mode().calibration();
        double[] impostors = installed.mode().impostors();
        if (file != null) {
            try {
                return CalibrationFile.read(installed.pack().data(file));
            } catch (IllegalArgumentException e) {
                throw new InvalidPackException(
                        installed.pack().origin() + ": " + file + ": " + e.getMessage());
            }
        }
        if (impostors == null) {
            throw new IllegalStateException("a mode has a table or impostors, its reader checks");
        }
        return CalibrationTable.normal(impostors[0], impostors[1]);
    }

    void verifyPacks() {
        packs.forEach(ModelPack::verify);
    }

    List<InstalledPack> packs() {
        return packs.stream().map(FaceModes::describe).toList();
    }

    private static InstalledPack describe(ModelPack pack) {
        return new InstalledPack(
                pack.name(),
                pack.version(),
                pack.origin(),
                pack.networks().stream()
                        .map(
                                n ->
                                        new InstalledPack.Network(
                                                n.name(),
                                                n.role()
                                                        .name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', '-'),
                                                n.sha256(),
                                                n.origin(),
                                                n.licence()))
                        .toList(),
                pack.modes().stream().map(ModeSpec::name).toList());
    }

    static String key(FaceTemplate template) {
        return key(template.mode(), template.modeVersion());
    }

    private static String key(String mode, int version) {
        return mode + ":" + version;
    }
}
