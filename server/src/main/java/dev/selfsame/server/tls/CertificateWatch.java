package dev.selfsame.server.tls;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Takes over new certificates while the server runs. Files are compared by what they hold: times of
 * files and messages of the file system miss the links by which Kubernetes replaces them.
 */
final class CertificateWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);
    private static final Duration REMIND_BEFORE = Duration.ofDays(14);
    private static final Duration REMIND_EVERY = Duration.ofDays(1);

    private final TlsOptions options;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);

    // all but the shown one are used by one thread after the other
    private TlsFiles files;
    private volatile KeyMaterial shown;
    private @Nullable TlsPort port;
    private @Nullable String complaint;
    private int complaints;
    private Instant nextReminder = Instant.MIN;

    /**
     * Reads the files.
     *
     * @throws UnusableCertificateException if no TLS can be made of them
     */
    CertificateWatch(TlsOptions options, MeterRegistry meters, Clock clock) {
        this.options = Objects.requireNonNull(options, "options");
        this.clock = Objects.requireNonNull(clock, "clock");
        files = TlsFiles.read(options);
        shown = KeyMaterial.of(files);
        Gauge.builder("selfsame.tls.certificate.end", this, CertificateWatch::endSeconds)
                .baseUnit("seconds")
                .register(meters);
    }

    /** Makes a port speak TLS and begins to look. */
    void serve(Connector connector) {
        port = new TlsPort(connector, options.clientCertificates());
        port.show(shown);
        Thread.ofPlatform().name("tls-files").daemon().start(this::run);
    }

    private void run() {
        try {
            do {
                look();
            } while (!closing.await(options.checkEvery().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            LOG.debug("certificates are not looked at any more");
        }
    }

    /** Looks at the files once. */
    private void look() {
        try {
            TlsFiles now = TlsFiles.read(options);
            if (!now.equals(files)) {
                take(KeyMaterial.of(now));
                files = now;
            }
            complaint = null;
        } catch (UnusableCertificateException e) {
            complain(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // why all: one bad file must not end the looking
            complain("selfsame.tls.certificate: it cannot be used");
            LOG.debug("a certificate cannot be used", e);
        }
        remind();
    }

    private void take(KeyMaterial next) {
        if (!next.isValidAt(clock.instant())) {
            throw new UnusableCertificateException(
                    "selfsame.tls.certificate: it is valid from %s to %s, not now"
                            .formatted(next.certificate().getNotBefore().toInstant(), next.end()),
                    "put one there that is valid now");
        }
        Objects.requireNonNull(port, "port").show(next);
        shown = next;
        nextReminder = Instant.MIN;
        LOG.info("a new certificate is shown, valid until {}", next.end());
    }

    /**
     * Says it once. why at the second time: who replaces certificate and key one after the other
     * has a pair for a moment that does not fit.
     */
    private void complain(String what) {
        complaints = what.equals(complaint) ? complaints + 1 : 1;
        complaint = what;
        if (complaints == 2) {
            LOG.warn(
                    "the certificate of before is still shown, because of the new files: {}", what);
        }
    }

    private void remind() {
        Instant now = clock.instant();
        if (now.isAfter(shown.end().minus(REMIND_BEFORE)) && now.isAfter(nextReminder)) {
            LOG.warn("the certificate ends on {}; put a new one into its file", shown.end());
            nextReminder = now.plus(REMIND_EVERY);
        }
    }

    private double endSeconds() {
        return shown.end().getEpochSecond();
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
