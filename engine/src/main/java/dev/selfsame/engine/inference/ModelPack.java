package dev.selfsame.engine.inference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A set of networks with the manifest that says how to use them. Immutable. */
public final class ModelPack {

    private static final String MANIFEST = "pack.json";
    private static final int FORMAT = 1;

    private final PackSource source;
    private final String name;
    private final String version;
    private final List<NetworkSpec> networks;
    private final List<ModeSpec> modes;
    private final Map<String, String> dataSha256;

    private ModelPack(PackSource source, ManifestNode root) {
        root.allowing("format", "name", "version", "networks", "modes", "data");
        root.integer("format", FORMAT, FORMAT);
        this.source = source;
        name = root.text("name");
        version = root.text("version");
        networks = root.objects("networks", NetworkSpec::read);
        modes = root.has("modes") ? root.objects("modes", ModeSpec::read) : List.of();
        dataSha256 =
                root.has("data")
                        ? root.objects("data", ModelPack::dataFile).stream()
                                .collect(Collectors.toMap(d -> d[0], d -> d[1]))
                        : Map.of();
        Set<String> names = new HashSet<>();
        for (NetworkSpec network : networks) {
            if (!names.add(network.name())) {
                throw root.wrong("networks", network.name() + " twice", "unique names");
            }
        }
    }

    private static String[] dataFile(ManifestNode node) {
        node.allowing("file", "sha256");
        return new String[] {node.fileName("file"), node.text("sha256")};
    }

    /** The pack of the models jar. */
    public static ModelPack builtIn() {
        return load(new PackSource.BuiltIn());
    }

    /**
     * The packs in a folder: the folder itself if it has a {@code pack.json}, else each folder in
     * it that has one, by name.
     *
     * @throws InvalidPackException if there is none or one is broken
     */
    public static List<ModelPack> in(Path folder) {
        if (Files.isRegularFile(folder.resolve(MANIFEST))) {
            return List.of(load(new PackSource.Folder(folder)));
        }
        List<ModelPack> packs = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                if (Files.isRegularFile(entry.resolve(MANIFEST))) {
                    packs.add(load(new PackSource.Folder(entry)));
                }
            }
        } catch (IOException e) {
            throw new InvalidPackException("models folder " + folder + ": cannot be read", e);
        }
        if (packs.isEmpty()) {
            throw new InvalidPackException(
                    "models folder " + folder + ": no " + MANIFEST + " in it or one level below");
        }
        return packs;
    }

    private static ModelPack load(PackSource source) {
        try {
            ObjectMapper json = new ObjectMapper();
            return new ModelPack(
                    source, new ManifestNode(json.readTree(source.read(MANIFEST)), MANIFEST));
        } catch (InvalidPackException e) {
            throw new InvalidPackException(source.origin() + ": " + e.getMessage(), e);
        } catch (JsonProcessingException e) {
            throw new InvalidPackException(
                    source.origin() + ": " + MANIFEST + " is not JSON: " + e.getOriginalMessage(),
                    e);
        } catch (IOException e) {
            throw new InvalidPackException(
                    source.origin() + ": " + MANIFEST + " cannot be read", e);
        }
    }

    /** Name of the pack. */
    public String name() {
        return name;
    }

    /** Version of the pack. */
    public String version() {
        return version;
    }

    /** {@code built-in} or the folder. */
    public String origin() {
        return source.origin();
    }

    /** Its networks in the manifest's order. */
    public List<NetworkSpec> networks() {
        return networks;
    }

    /** Its face modes in the manifest's order. */
    public List<ModeSpec> modes() {
        return modes;
    }

    /** The network of that name, or null. */
    public @Nullable NetworkSpec network(String wanted) {
        return networks.stream().filter(n -> n.name().equals(wanted)).findFirst().orElse(null);
    }

    /**
     * A data file of a mode.
     *
     * @throws InvalidPackException if it is missing, not listed under {@code data} or altered
     */
    public byte[] data(String file) {
        String sha256 = dataSha256.get(file);
        if (sha256 == null) {
            throw new InvalidPackException(origin() + ": data: no entry for " + file);
        }
        return verified(file, sha256);
    }

    byte[] model(NetworkSpec network) {
        return verified(network.file(), network.sha256());
    }

    /** Reads every file and compares its sha256. */
    public void verify() {
        networks.forEach(this::model);
        dataSha256.forEach(this::verified);
    }

    private byte[] verified(String file, String sha256) {
        byte[] bytes;
        try {
            bytes = source.read(file);
        } catch (IOException e) {
            throw new InvalidPackException(origin() + ": " + file + " cannot be read", e);
        }
        String actual = sha256(bytes);
        if (!actual.equals(sha256)) {
            throw new InvalidPackException(
                    origin() + ": " + file + ": sha256 " + actual + " (expected: " + sha256 + ")");
        }
        return bytes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
