package dev.selfsame.server.cli.doctor;

import dev.selfsame.server.SettingEntry;
import dev.selfsame.server.Settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Settings that can be read and are not wise. */
final class SettingsExam {

    private static final String SUBJECT = "settings";

    private final Settings settings;
    private final List<Finding> findings = new ArrayList<>();

    SettingsExam(Settings settings) {
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    List<Finding> examine() {
        findings.add(Finding.ok(SUBJECT, "every setting is known and in its range"));
        strangeProperties();
        if (!isThisMachine(settings.host()) && !settings.tls().enabled()) {
            warn(
                    "selfsame.host is " + settings.host() + ", which others reach without TLS",
                    "name a certificate (docs/operations.md#tls), or let a proxy that does TLS be"
                            + " the only one who reaches it (docs/operations.md#behind-a-proxy)");
            if (settings.portal().enabled() && !settings.portal().secureCookie()) {
                warn(
                        "the portal's cookie may travel without TLS",
                        "set selfsame.portal.secure-cookie to true where a proxy does TLS");
            }
        }
        if (settings.bioservices().openCapabilities()) {
            warn(
                    "capabilities and monitor answer without a key",
                    "set selfsame.bioservices.open-capabilities to false unless clients need it");
        }
        stores();
        contradictions();
        return findings;
    }

    private void strangeProperties() {
        Set<String> known =
                SettingEntry.all().stream()
                        .map(entry -> squeezed(entry.key()))
                        .collect(Collectors.toSet());
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("selfsame."))
                .filter(name -> !known.contains(squeezed(name.replaceAll("\\[\\d+]", ""))))
                .sorted()
                .forEach(
                        name ->
                                warn(
                                        "the system property " + name + " is not a setting",
                                        "correct its name; selfsame settings lists all"));
    }

    private void stores() {
        String database = settings.database().url();
        if (database != null && !database.contains("sslmode=verify-") && isRemote(database)) {
            warn(
                    "PostgreSQL on another machine is not asked for its certificate",
                    "add ?sslmode=verify-full to selfsame.database.url, unless the network is"
                            + " yours alone");
        }
        String redis = settings.biosession().redisUrl();
        if (redis != null && redis.startsWith("redis://") && isRemote(redis)) {
            warn(
                    "Redis on another machine is reached without TLS",
                    "use rediss:// in selfsame.biosession.redis-url, unless the network is yours"
                            + " alone");
        }
        URI s3 = settings.media().s3().endpoint();
        if (s3 != null && "http".equals(s3.getScheme()) && isRemote(s3.toString())) {
            warn(
                    "S3 on another machine is reached without TLS",
                    "use https:// in selfsame.media.s3.endpoint, unless the network is yours"
                            + " alone");
        }
    }

    private void contradictions() {
        if (settings.vault().masterKey() != null && settings.vault().masterKeyFile() != null) {
            warn(
                    "there are selfsame.vault.master-key and selfsame.vault.master-key-file; the"
                            + " file is not read",
                    "leave one of them out");
        }
        if (settings.identification().fingerHeapShare() + settings.uploads().heapShare() > 0.9) {
            warn(
                    "fingers and bodies together may take more than nine tenths of the heap",
                    "lower selfsame.identification.finger-heap-share or"
                            + " selfsame.uploads.heap-share");
        }
    }

    // why without jdbc: behind it is a URL like any other
    private static boolean isRemote(String url) {
        String host = URI.create(url.replaceFirst("^jdbc:", "")).getHost();
        return host != null && !isThisMachine(host);
    }

    private static boolean isThisMachine(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            // why no names: looking one up may take long, and tells little
            return host.matches("[0-9.]+|\\[?[0-9a-fA-F:]+]?")
                    && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }

    private static String squeezed(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private void warn(String found, String advice) {
        findings.add(Finding.warning(SUBJECT, found, advice));
    }
}
