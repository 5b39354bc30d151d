package dev.selfsame.server;

import dev.selfsame.server.datadir.DirectoryLock;
import dev.selfsame.server.log.LogOutput;
import dev.selfsame.server.portal.NewPassword;
import dev.selfsame.server.portal.PortalOptions;
import dev.selfsame.server.portal.PortalUsers;
import dev.selfsame.server.tenant.ApiKeys;
import dev.selfsame.server.tenant.InitialKey;
import dev.selfsame.server.tenant.IssuedKey;
import dev.selfsame.server.tls.TlsOptions;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A server that runs and answers. */
public final class SelfsameServer implements AutoCloseable {

    private final ServletWebServerApplicationContext context;
    private final DirectoryLock lock;
    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private final @Nullable IssuedKey firstKey;
    private final @Nullable NewPassword firstPassword;

    private SelfsameServer(
            ServletWebServerApplicationContext context,
            DirectoryLock lock,
            @Nullable IssuedKey firstKey,
            @Nullable NewPassword firstPassword) {
        this.context = context;
        this.lock = lock;
        this.firstKey = firstKey;
        this.firstPassword = firstPassword;
    }

    /**
     * Starts a server and returns when it answers.
     *
     * @throws StartFailedException with one sentence for whoever started it
     */
    public static SelfsameServer start(StartOptions options) {
        Objects.requireNonNull(options, "options");
        try {
            SettingSources sources = SettingSources.of(options, System.getenv());
            options.data().create();
            return start(options, sources, DirectoryLock.take(options.data()));
        } catch (RuntimeException | IOException e) {
            throw StartFailedException.because(e);
        }
    }

    private static SelfsameServer start(
            StartOptions options, SettingSources sources, DirectoryLock lock) throws IOException {
        ConfigurableApplicationContext context = null;
        boolean started = false;
        try {
            context = application(options, sources).run(sources.arguments());
            Optional<IssuedKey> firstKey = context.getBean(InitialKey.class).createOnFirstStart();
            Optional<NewPassword> firstPassword = firstPassword(context);
            started = true;
            return new SelfsameServer(
                    (ServletWebServerApplicationContext) context,
                    lock,
                    firstKey.orElse(null),
                    firstPassword.orElse(null));
        } finally {
            if (!started) {
                if (context != null) {
                    context.close();
                }
                lock.close();
            }
        }
    }

    private static Optional<NewPassword> firstPassword(ConfigurableApplicationContext context) {
        return context.getBean(PortalOptions.class).enabled()
                ? context.getBean(PortalUsers.class).createFirst()
                : Optional.empty();
    }

    /** Where it answers. */
    public URI address() {
        String host = context.getEnvironment().getRequiredProperty("selfsame.host");
        int port = Objects.requireNonNull(context.getWebServer(), "web server").getPort();
        String scheme = context.getBean(TlsOptions.class).enabled() ? "https" : "http";
        return ListenAddress.of(scheme, host, port);
    }

    /** The key that this start made, if it was the first one on its data directory. */
    public Optional<IssuedKey> firstKey() {
        return Optional.ofNullable(firstKey);
    }

    /** The portal's first user, if this start made it. */
    public Optional<NewPassword> firstPassword() {
        return Optional.ofNullable(firstPassword);
    }

    /** Where the portal is, if it is not switched off. */
    public Optional<URI> portal() {
        return context.getBean(PortalOptions.class).enabled()
                ? Optional.of(URI.create(address() + "/portal/"))
                : Optional.empty();
    }

    /** The key in the data directory. */
    public InitialKey initialKey() {
        return context.getBean(InitialKey.class);
    }

    /** The keys of this server. */
    public ApiKeys apiKeys() {
        return context.getBean(ApiKeys.class);
    }

    /** One of the parts that it is made of. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
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

    private static SpringApplication application(StartOptions options, SettingSources sources) {
        SpringApplication application = new SpringApplication(Selfsame.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("data", options.data()),
                context -> sources.replaceVariables(context.getEnvironment()),
                context -> LogOutput.apply(sources.logs(context.getEnvironment())));
        // why: see StopSignals of the command line
        application.setRegisterShutdownHook(false);
        return application;
    }
}
