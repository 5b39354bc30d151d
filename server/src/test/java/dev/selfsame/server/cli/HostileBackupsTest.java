package dev.selfsame.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.datadir.DataDirectory;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Files that somebody made or changed to do harm: each is refused before anything is made. */
@TestInstance(Lifecycle.PER_CLASS)
final class HostileBackupsTest {

    private static final String TENANTS = "tables/tenant.jsonl";
    private static final String MANIFEST = "manifest.json";
    private static final String STAMP = "manifest.stamp";

    private Path folder = Path.of("");
    private StringWriter err = new StringWriter();
    private byte[] genuine = new byte[0];

    @BeforeAll
    void makeABackup(@TempDir Path temporary) throws IOException {
        folder = temporary;
        new DataDirectory(folder.resolve("old")).create();
        run("tenants", "create", "acme", "--data", data("old"));
        Path file = folder.resolve("genuine.zip");
        assertThat(run("backup", file.toString(), "--data", data("old"))).isZero();
        genuine = Files.readAllBytes(file);
    }

    @Test
    void whereverItIsCutItIsRefused() throws IOException {
        int step = Math.max(1, genuine.length / 15);
        for (int length = 0; length < genuine.length; length += step) {
            assertRefused(Arrays.copyOf(genuine, length));
        }
        for (int cut = 1; cut <= 23; cut++) {
            assertRefused(Arrays.copyOf(genuine, genuine.length - cut));
        }
        assertRefused(Arrays.copyOf(genuine, genuine.length + 1));
    }

    @Test
    void aChangedBitInAFileIsNoticed() throws IOException {
        Random random = new Random(7);
        for (String name : entries().keySet()) {
            for (int i = 0; i < 2; i++) {
                Map<String, byte[]> changed = entries();
                byte[] content = Objects.requireNonNull(changed.get(name));
                content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(7));
                assertRefused(zip(changed));
            }
        }
    }

    @Test
    void whoHasNoMasterKeyCannotMakeTheDigestsFit() throws IOException {
        Map<String, byte[]> changed = entries();
        String before = text(changed, TENANTS);
        String after = before.replace("\"acme\"", "\"evil\"");
        assertThat(after).isNotEqualTo(before);
        changed.put(TENANTS, bytes(after));
        changed.put(
                MANIFEST,
                bytes(
                        text(changed, MANIFEST)
                                .replace(sha256(bytes(before)), sha256(bytes(after)))));

        assertRefused(zip(changed), "it was altered: the stamp of its manifest is wrong");
        String stamp = text(changed, STAMP);
        for (String forged :
                List.of(
                        "",
                        " ",
                        "0",
                        stamp.substring(0, stamp.indexOf(' ') + 1),
                        "x".repeat(200))) {
            changed.put(STAMP, bytes(forged));
            assertRefused(zip(changed));
        }
    }

    @Test
    void namesThatLeadOutOfTheDirectoryAreRefused() throws IOException {
        for (String name :
                List.of(
                        "../evil",
                        "tables/../../evil.jsonl",
                        "/etc/evil",
                        "tables/..\\evil.jsonl",
                        "C:\\evil",
                        "tables/",
                        "tables/a.jsonl/b",
                        "TABLES/tenant.jsonl",
                        "master-key\u0000",
                        "selfsame.yaml")) {
            Map<String, byte[]> more = entries();
            more.put(name, bytes("evil"));
            assertRefused(zip(more), "it holds a file that belongs to no backup");
        }
        assertThat(folder.resolve("evil")).doesNotExist();
        assertThat(folder.resolveSibling("evil")).doesNotExist();
    }

    @Test
    void whatIsMissingTwiceOrTooMuchIsRefused() throws IOException {
        for (String name : entries().keySet()) {
            Map<String, byte[]> fewer = entries();
            fewer.remove(name);
            assertRefused(zip(fewer));
        }
        Map<String, byte[]> more = entries();
        more.put("tables/zzz.jsonl", bytes("[\"id\"]\n"));
        assertRefused(zip(more));
        assertRefused(twice());
        assertRefused(zip(Map.of()));
        assertRefused(bytes("no archive at all, only words".repeat(100)));
    }

    /**
     * The same file twice: local headers are read, so the second name is made to be the first's.
     */
    private byte[] twice() throws IOException {
        Map<String, byte[]> more = entries();
        more.put("tables/tenanX.jsonl", bytes("[\"id\"]\n"));
        String zip = new String(zip(more), StandardCharsets.ISO_8859_1);
        return zip.replace("tables/tenanX.jsonl", TENANTS).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void anArchiveThatWouldFillTheDiskOrTheMemoryIsRefused() throws IOException {
        Map<String, byte[]> bomb = new LinkedHashMap<>();
        bomb.put("tables/a.jsonl", new byte[64_000_000]);
        byte[] zip = zip(bomb);
        assertThat(zip.length).isLessThan(100_000);
        assertRefused(zip, "it would become far too large");

        Map<String, byte[]> manifest = entries();
        manifest.put(MANIFEST, " ".repeat(2_000_000).getBytes(StandardCharsets.US_ASCII));
        assertRefused(zip(manifest), "a file in it is far too long");

        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 1100; i++) {
            many.put("tables/t" + i + ".jsonl", new byte[0]);
        }
        assertRefused(zip(many), "it holds a file twice, or too many");
    }

    @Test
    void manifestsThatAreNoneAreRefused() throws IOException {
        String manifest = text(entries(), MANIFEST);
        for (String other :
                List.of(
                        "",
                        "null",
                        "[]",
                        "{}",
                        "[".repeat(100_000),
                        manifest.replace("\"created\"", "\"creation\""),
                        manifest.replaceFirst("\"bytes\" : \\d+", "\"bytes\" : -1"),
                        manifest.replaceFirst("\"bytes\" : \\d+", "\"bytes\" : {}"),
                        manifest.replaceFirst("\"people\" : \\d+", "\"people\" : \"many\""),
                        manifest + "x")) {
            Map<String, byte[]> changed = entries();
            changed.put(MANIFEST, bytes(other));
            assertRefused(zip(changed));
        }
        Map<String, byte[]> later = entries();
        later.put(MANIFEST, bytes(manifest.replace("\"format\" : 1", "\"format\" : 2")));
        assertRefused(zip(later), "its format is 2 (expected: 1); use the version");
    }

    private void assertRefused(byte[] file) throws IOException {
        assertRefused(file, " cannot be restored: ");
    }

    private void assertRefused(byte[] content, String why) throws IOException {
        Path file = folder.resolve("hostile.zip");
        Files.write(file, content);
        int exitCode =
                run(
                        "restore",
                        file.toString(),
                        "--data",
                        data("new"),
                        "--master-key",
                        folder.resolve("old/master-key").toString());
        assertThat(exitCode).as(err.toString()).isEqualTo(3);
        assertThat(err.toString()).startsWith("selfsame: ").contains(why).hasLineCount(1);
        assertThat(err.toString()).doesNotContain("evil", "Exception", "acme");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    private Map<String, byte[]> entries() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(genuine))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static String text(Map<String, byte[]> entries, String name) {
        return new String(Objects.requireNonNull(entries.get(name)), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String data(String name) {
        return folder.resolve(name).toString();
    }

    private int run(String... arguments) {
        err = new StringWriter();
        return Main.run(
                arguments, new PrintWriter(new StringWriter(), true), new PrintWriter(err, true));
    }
}
