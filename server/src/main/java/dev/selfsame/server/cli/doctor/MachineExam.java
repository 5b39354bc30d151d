package dev.selfsame.server.cli.doctor;

import com.sun.management.OperatingSystemMXBean;

import dev.selfsame.server.Settings;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Java, processors, memory, and whether what native libraries need is there. */
final class MachineExam {

    private static final int JAVA = 25;
    private static final Set<String> PROCESSORS = Set.of("amd64", "x86_64", "aarch64");
    private static final long MEBI = 1 << 20;
    private static final long LEAST_MEMORY = 1024 * MEBI;
    private static final long UNPACKED = 200 * MEBI;
    private static final int BYTES_A_PIXEL = 6;

    private MachineExam() {}

    static List<Finding> examine() {
        return List.of(java(), processors(), temporaryFolder());
    }

    private static Finding java() {
        Runtime.Version version = Runtime.version();
        String found = "Java " + version + " of " + System.getProperty("java.vendor");
        return version.feature() == JAVA
                ? Finding.ok("java", found)
                : Finding.warning(
                        "java", found, "use a JDK " + JAVA + "; others have not been tested");
    }

    private static Finding processors() {
        String name = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
        long memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                        .getTotalMemorySize();
        String found =
                "%s, processors: %d, memory: %d MiB%s"
                        .formatted(
                                name,
                                Runtime.getRuntime().availableProcessors(),
                                memory / MEBI,
                                isLimited() ? " (as far as the container may)" : "");
        if (!PROCESSORS.contains(System.getProperty("os.arch"))) {
            return Finding.failed(
                    "machine",
                    found,
                    "use a machine with x86-64 or arm64; there are no native libraries for this"
                            + " one");
        }
        return memory < LEAST_MEMORY
                ? Finding.warning(
                        "machine", found, "give it 1 GiB or more, or expect to run out of memory")
                : Finding.ok("machine", found);
    }

    private static boolean isLimited() {
        try {
            return !Files.readString(Path.of("/sys/fs/cgroup/memory.max")).startsWith("max");
        } catch (IOException _) {
            return false;
        }
    }

    /** Native libraries are unpacked there and loaded from there. */
    private static Finding temporaryFolder() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            Files.delete(Files.createTempFile(folder, "selfsame-doctor", ""));
            long free = Files.getFileStore(folder).getUsableSpace();
            String found = folder + " is writable, free: " + free / MEBI + " MiB";
            return free < UNPACKED
                    ? Finding.failed(
                            "temporary folder",
                            found,
                            "make room for 200 MiB, or name another folder by"
                                    + " -Djava.io.tmpdir=... in SELFSAME_JAVA_OPTS")
                    : Finding.ok("temporary folder", found);
        } catch (IOException e) {
            return Finding.failed(
                    "temporary folder",
                    folder + " cannot be written",
                    "make it writable, or name another folder by -Djava.io.tmpdir=... in"
                            + " SELFSAME_JAVA_OPTS");
        }
    }

    /** Whether the heap holds what can be in it at once. */
    static List<Finding> memory(Settings settings) {
        int set = settings.admission().workers();
        int workers = set == 0 ? Runtime.getRuntime().availableProcessors() : set;
        long pixels = Math.min(settings.engine().maxImagePixels(), Integer.MAX_VALUE / 4);
        double needed = (double) workers * BYTES_A_PIXEL * pixels;
        double heap = Runtime.getRuntime().maxMemory();
        double left = heap * (1 - settings.uploads().heapShare());
        List<Finding> findings = new ArrayList<>();
        String found =
                "heap: %.0f MiB, of which %.0f are not for bodies; %d workers need up to %.0f"
                        .formatted(heap / MEBI, left / MEBI, workers, needed / MEBI);
        findings.add(
                left >= needed
                        ? Finding.ok("memory", found)
                        : Finding.warning(
                                "memory",
                                found,
                                "give a larger heap by -Xmx in SELFSAME_JAVA_OPTS, or lower"
                                        + " selfsame.engine.max-image-pixels or"
                                        + " selfsame.admission.workers"));
        return findings;
    }
}
