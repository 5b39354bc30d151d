package dev.selfsame.server;

import dev.selfsame.server.log.LogOptions;
import dev.selfsame.server.retention.RetentionOptions;
import dev.selfsame.server.signing.SigningOptions;
import dev.selfsame.server.store.jdbc.DatabaseOptions;
import dev.selfsame.server.tls.TlsOptions;
import dev.selfsame.server.vault.VaultOptions;

import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Where settings come from: the command line, variables, a file, the defaults. */
public final class SettingSources {

    private static final String DATABASE = Settings.PREFIX + ".database";
    private static final String LOGS = Settings.PREFIX + ".logs";
    private static final String RETENTION = Settings.PREFIX + ".retention";
    private static final String SIGNING = Settings.PREFIX + ".signing";
    private static final String TLS = Settings.PREFIX + ".tls";
    private static final String VAULT = Settings.PREFIX + ".vault";

    private final StartOptions options;
    private final Map<String, String> variables;

    private SettingSources(StartOptions options, Map<String, String> variables) {
        this.options = Objects.requireNonNull(options, "options");
        this.variables = variables;
    }

    /** Checks that every variable that looks like a setting is one. */
    static SettingSources of(StartOptions options, Map<String, String> environment) {
        Map<String, String> variables = ServiceLinks.removedFrom(environment);
        Set<String> unknown = SettingKeys.unknownVariables(variables.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "the environment variable "
                            + unknown.iterator().next()
                            + " is not a setting; docs/configuration.md lists them");
        }
        return new SettingSources(options, variables);
    }

    /**
     * The database that a server with these options uses, for commands that work beside it.
     *
     * @throws StartFailedException with one sentence if a setting is wrong or cannot be read
     */
    public static DatabaseOptions database(StartOptions options) {
        return bound(options, DATABASE, DatabaseOptions.class);
    }

    /**
     * Where a server with these options has its master key, for commands that work beside it.
     *
     * @throws StartFailedException with one sentence if a setting is wrong or cannot be read
     */
    public static VaultOptions vault(StartOptions options) {
        return bound(options, VAULT, VaultOptions.class);
    }

    /**
     * How a server with these options signs, for commands that work beside it.
     *
     * @throws StartFailedException with one sentence if a setting is wrong or cannot be read
     */
    public static SigningOptions signing(StartOptions options) {
        return bound(options, SIGNING, SigningOptions.class);
    }

    /**
     * How long a server with these options keeps receipts, for commands that work beside it.
     *
     * @throws StartFailedException with one sentence if a setting is wrong or cannot be read
     */
    public static RetentionOptions retention(StartOptions options) {
        return bound(options, RETENTION, RetentionOptions.class);
    }

    /**
     * What a server with these options shows at its port, for commands that ask it.
     *
     * @throws StartFailedException with one sentence if a setting is wrong or cannot be read
     */
    public static TlsOptions tls(StartOptions options) {
        return bound(options, TLS, TlsOptions.class);
    }

    /**
     * All settings of a server with these options.
     *
     * @throws StartFailedException with one sentence if a setting is wrong or cannot be read
     */
    public static Settings all(StartOptions options) {
        Settings settings = bound(options, Settings.PREFIX, Settings.class);
        try {
            new ServerConfiguration().multipartLimits(settings);
            new ServerConfiguration().uploadShare(settings);
            return settings;
        } catch (RuntimeException e) {
            throw StartFailedException.because(e);
        }
    }

    /**
     * Where a server with these options is reached on this machine, for commands that ask it: at
     * the port without TLS where there is one.
     *
     * @throws StartFailedException with one sentence if a setting is wrong or cannot be read
     */
    public static URI address(StartOptions options) {
        try {
            ConfigurableEnvironment environment = environment(options);
            TlsOptions tls = bound(environment, TLS, TlsOptions.class);
            String host = environment.getRequiredProperty(Settings.PREFIX + ".host");
            int port = environment.getRequiredProperty(Settings.PREFIX + ".port", Integer.class);
            Integer plainPort = tls.plainPort();
            return plainPort == null
                    ? ListenAddress.of(tls.enabled() ? "https" : "http", host, port)
                    : ListenAddress.of("http", host, plainPort);
        } catch (RuntimeException | IOException e) {
            throw StartFailedException.because(e);
        }
    }

    private static ConfigurableEnvironment environment(StartOptions options) throws IOException {
        SettingSources sources = of(options, System.getenv());
        ConfigurableEnvironment environment = new StandardEnvironment();
        sources.replaceVariables(environment);
        environment
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource(sources.arguments()));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }

    private static <T> T bound(StartOptions options, String prefix, Class<T> type) {
        try {
            return bound(environment(options), prefix, type);
        } catch (RuntimeException | IOException e) {
            throw StartFailedException.because(e);
        }
    }

    private static <T> T bound(ConfigurableEnvironment environment, String prefix, Class<T> type) {
        return Binder.get(environment)
                .bindOrCreate(
                        prefix,
                        Bindable.of(type),
                        new NoUnboundElementsBindHandler(
                                BindHandler.DEFAULT, new UnboundElementsSourceFilter()));
    }

    /** Where a server that is being started logs to, which is needed before all else. */
    LogOptions logs(ConfigurableEnvironment environment) {
        return bound(environment, LOGS, LogOptions.class);
    }

    String[] arguments() throws IOException {
        List<String> arguments = new ArrayList<>();
        arguments.add("--logging.file.name=" + options.data().logFile());
        // why not Spring's own places: a file of that name in the working directory is not ours
        arguments.add("--spring.config.location=classpath:/application.yaml," + settingsFile());
        options.settings().forEach((key, value) -> arguments.add("--" + key + "=" + value));
        return arguments.toArray(String[]::new);
    }

    void replaceVariables(ConfigurableEnvironment environment) {
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment
                .getPropertySources()
                .replace(name, new SystemEnvironmentPropertySource(name, new HashMap<>(variables)));
    }

    private String settingsFile() throws IOException {
        Path named = options.settingsFile();
        if (named == null) {
            return "optional:" + location(options.data().settings());
        }
        if (!Files.isReadable(named)) {
            throw new IOException("the settings file " + named + " cannot be read");
        }
        return location(named);
    }

    /** A file's URI, in which Spring finds nothing that it takes for several files or a pattern. */
    private static String location(Path file) {
        return file.toUri()
                .toString()
                .replace(",", "%2C")
                .replace(";", "%3B")
                .replace("*", "%2A")
                .replace("$", "%24");
    }
}
