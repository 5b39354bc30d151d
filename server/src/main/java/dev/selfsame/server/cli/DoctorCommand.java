package dev.selfsame.server.cli;

import dev.selfsame.server.StartOptions;
import dev.selfsame.server.cli.doctor.Doctor;
import dev.selfsame.server.cli.doctor.Finding;
import dev.selfsame.server.cli.doctor.Verdict;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Says what is wrong with an installation, and what to do. */
@Command(
        name = "doctor",
        description = "Look at machine, settings, models, keys and stores; say what to put right.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        footer = {
            "",
            "Works before the first start and beside a running server. Ends with 1 where anything"
                    + " failed.",
            "",
            "Examples:",
            "  selfsame doctor",
            "  selfsame doctor --data /var/lib/selfsame --json"
        })
final class DoctorCommand implements Callable<Integer> {

    private static final int FAILURE = 1;

    @Mixin private final DataOption data = new DataOption();

    @Option(names = "--port", paramLabel = "N", description = "As for serve")
    private @Nullable Integer port;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "As for serve")
    private @Nullable String host;

    @Option(names = "--models", paramLabel = "DIR", description = "As for serve")
    private @Nullable Path models;

    @Option(names = "--config", paramLabel = "FILE", description = "As for serve")
    private @Nullable Path config;

    @Option(names = "--json", description = "Print one JSON object")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = CommandSpecs.of(spec).getOut();
        StartOptions options = new StartOptions(data.directory(), config, settings());
        List<Finding> findings = new Doctor(options, Clock.systemUTC()).examine();
        boolean failed = findings.stream().anyMatch(it -> it.verdict() == Verdict.FAILED);
        if (json) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("healthy", !failed);
            members.put("findings", findings.stream().map(DoctorCommand::members).toList());
            out.println(JsonLine.of(members));
        } else {
            findings.forEach(finding -> print(finding, out));
            out.println(summary(findings));
        }
        out.flush();
        return failed ? FAILURE : ExitCodes.OK;
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        if (port != null) {
            settings.put("selfsame.port", port.toString());
        }
        if (host != null) {
            settings.put("selfsame.host", host);
        }
        if (models != null) {
            settings.put("selfsame.engine.models", models.toAbsolutePath().toString());
        }
        return settings;
    }

    private static void print(Finding finding, PrintWriter out) {
        out.println(
                "%-8s %s: %s"
                        .formatted(
                                finding.verdict().word(),
                                finding.subject(),
                                Printable.of(finding.found())));
        if (!finding.advice().isEmpty()) {
            out.println("         do: " + Printable.of(finding.advice()));
        }
    }

    private static String summary(List<Finding> findings) {
        Map<Verdict, Long> counts = new HashMap<>();
        findings.forEach(finding -> counts.merge(finding.verdict(), 1L, Long::sum));
        return "ok: %d, warnings: %d, failed: %d"
                .formatted(
                        counts.getOrDefault(Verdict.OK, 0L),
                        counts.getOrDefault(Verdict.WARNING, 0L),
                        counts.getOrDefault(Verdict.FAILED, 0L));
    }

    private static Map<String, String> members(Finding finding) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("subject", finding.subject());
        members.put("verdict", finding.verdict().word());
        members.put("found", finding.found());
        if (!finding.advice().isEmpty()) {
            members.put("advice", finding.advice());
        }
        return members;
    }
}
