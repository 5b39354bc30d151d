package dev.selfsame.server;

import dev.selfsame.server.datadir.DirectoryLock;
import dev.selfsame.server.tenant.ApiKeys;
import dev.selfsame.server.tenant.InitialKey;
import dev.selfsame.server.tenant.IssuedKey;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** A server that runs and answers. */
public final class SelfsameServer implements AutoCloseable {

    private final ServletWebServerApplicationContext context;
    private final DirectoryLock lock;
    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private final @Nullable IssuedKey firstKey;

    private SelfsameServer(
            ServletWebServerApplicationContext context,
            DirectoryLock lock,
            @Nullable IssuedKey firstKey) {
        this.context = context;
        this.lock = lock;
        this.firstKey = firstKey;
    }

    /**
     * Starts a server and returns when it answers.
     *
     * @throws StartFailedException with one sentence for whoever started it
     */
    public static SelfsameServer start(StartOptions options) {
        Objects.requireNonNull(options, "options");
        Map<String, String> variables = ServiceLinks.removedFrom(System.getenv());
        try {
            checkVariables(variables);
            options.data().create();
            return start(options, variables, DirectoryLock.take(options.data()));
        } catch (RuntimeException | IOException e) {
            throw StartFailedException.because(e);
        }
    }

    private static SelfsameServer start(
            StartOptions options, Map<String, String> variables, DirectoryLock lock)
            throws IOException {
        ConfigurableApplicationContext context = null;
        boolean started = false;
        try {
            context = application(options, variables).run(arguments(options));
            Optional<IssuedKey> firstKey = context.getBean(InitialKey.class).createOnFirstStart();
            started = true;
            return new SelfsameServer(
                    (ServletWebServerApplicationContext) context, lock, firstKey.orElse(null));
        } finally {
            if (!started) {
                if (context != null) {
                    context.close();
                }
                lock.close();
            }
        }
    }

    /** Where it answers. */
    public URI address() {
        String host = context.getEnvironment().getRequiredProperty("selfsame.host");
        String reachable = Set.of("0.0.0.0", "::").contains(host) ? "127.0.0.1" : host;
        String bracketed = reachable.contains(":") ? "[" + reachable + "]" : reachable;
        int port = Objects.requireNonNull(context.getWebServer(), "web server").getPort();
        return URI.create("http://" + bracketed + ":" + port);
    }

    /** The key that this start made, if it was the first one on its data directory. */
    public Optional<IssuedKey> firstKey() {
        return Optional.ofNullable(firstKey);
    }

    /** The key in the data directory. */
    public InitialKey initialKey() {
        return context.getBean(InitialKey.class);
    }

    /** The keys of this server. */
    public ApiKeys apiKeys() {
        return context.getBean(ApiKeys.class);
    }

    /** Lets {@link #awaitStop} return; the server runs until it is closed. */
    public void requestStop() {
        stopRequested.countDown();
    }

    /** Returns when a stop was requested. */
    public void awaitStop() throws InterruptedException {
        stopRequested.await();
    }

    /** Finishes running requests and stops. */
    @Override
    public void close() {
        context.close();
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SpringApplication application(
            StartOptions options, Map<String, String> variables) {
        SpringApplication application = new SpringApplication(Selfsame.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("data", options.data()),
                context -> replaceVariables(context.getEnvironment(), variables));
        // why: see StopSignals of the command line
        application.setRegisterShutdownHook(false);
        return application;
    }

    private static String[] arguments(StartOptions options) throws IOException {
        List<String> arguments = new ArrayList<>();
        arguments.add("--logging.file.name=" + options.data().logFile());
        // why not Spring's own places: a file of that name in the working directory is not ours
        arguments.add(
                "--spring.config.location=classpath:/application.yaml," + settingsFile(options));
        options.settings().forEach((key, value) -> arguments.add("--" + key + "=" + value));
        return arguments.toArray(String[]::new);
    }

    private static String settingsFile(StartOptions options) throws IOException {
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

    private static void replaceVariables(
            ConfigurableEnvironment environment, Map<String, String> variables) {
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment
                .getPropertySources()
                .replace(name, new SystemEnvironmentPropertySource(name, new HashMap<>(variables)));
    }

    private static void checkVariables(Map<String, String> variables) {
        Set<String> unknown = SettingKeys.unknownVariables(variables.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "the environment variable "
                            + unknown.iterator().next()
                            + " is not a setting; docs/configuration.md lists them");
        }
    }
}
