package dev.selfsame.server.cli.doctor;

import dev.selfsame.server.SettingSources;
import dev.selfsame.server.Settings;
import dev.selfsame.server.StartFailedException;
import dev.selfsame.server.StartOptions;
import dev.selfsame.server.datadir.DataDirectory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Looks at all there is to look at, one thing after the other. */
public final class Doctor {

    private final StartOptions options;
    private final Clock clock;

    /**
     * Looks at nothing yet.
     *
     * @param options those of the server
     * @param clock this machine's
     */
    public Doctor(StartOptions options, Clock clock) {
        this.options = Objects.requireNonNull(options, "options");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Everything that was found. */
    public List<Finding> examine() {
        ClockExam time = new ClockExam(clock);
        List<Finding> findings = new ArrayList<>(looked("machine", MachineExam::examine));
        findings.addAll(looked("data directory", new DataDirectoryExam(options.data())::examine));
        try {
            Settings settings = SettingSources.all(options);
            findings.addAll(looked("settings", new SettingsExam(settings)::examine));
            findings.addAll(installation(settings, time));
        } catch (StartFailedException e) {
            findings.add(
                    Finding.failed(
                            "settings",
                            String.valueOf(e.getMessage()),
                            "put it right; what depends on settings was not looked at"));
        }
        findings.addAll(looked("clock", time::examine));
        return List.copyOf(findings);
    }

    private List<Finding> installation(Settings settings, ClockExam time) {
        DataDirectory data = options.data();
        List<Finding> findings = new ArrayList<>();
        findings.addAll(looked("memory", () -> MachineExam.memory(settings)));
        findings.addAll(looked("port", new PortExam(settings, data)::examine));
        findings.addAll(looked("tls", new TlsExam(settings.tls(), clock)::examine));
        findings.addAll(looked("models", new ModelsExam(settings.engine())::examine));
        findings.addAll(looked("database", new StoreExam(settings, data, time)::examine));
        findings.addAll(looked("redis", () -> SharedStoresExam.redis(settings.biosession(), time)));
        findings.addAll(looked("s3", () -> SharedStoresExam.s3(settings.media().s3(), time)));
        return findings;
    }

    /** What one look finds, or that it came to nothing. */
    private static List<Finding> looked(String subject, Supplier<List<Finding>> look) {
        try {
            return look.get();
        } catch (RuntimeException | LinkageError e) {
            return List.of(
                    Finding.failed(
                            subject,
                            "could not be looked at (" + e.getClass().getSimpleName() + ")",
                            "this is a fault of the program: please report it"));
        }
    }
}
