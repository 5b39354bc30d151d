package dev.selfsame.server.cli.doctor;

import dev.selfsame.server.tls.TlsCheck;
import dev.selfsame.server.tls.TlsOptions;
import dev.selfsame.server.tls.UnusableCertificateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The files of TLS, where settings name them: read, held against each other and the clock. */
final class TlsExam {

    private static final String SUBJECT = "tls";
    private static final Duration SOON = Duration.ofDays(30);
    private static final int MOST_NAMES = 5;
    private static final String RENEW =
            "put a new certificate and its key into their files; a server that runs takes them over"
                    + " by itself";

    private final TlsOptions options;
    private final TlsCheck check;
    private final Instant now;

    TlsExam(TlsOptions options, Clock clock) {
        this.options = Objects.requireNonNull(options, "options");
        check = new TlsCheck(options);
        now = clock.instant();
    }

    List<Finding> examine() {
        if (!options.enabled()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        try {
            List<X509Certificate> chain = check.chain();
            findings.add(own(chain.getFirst()));
            findings.addAll(between(chain.subList(1, chain.size())));
        } catch (UnusableCertificateException e) {
            findings.add(unusable(e));
        }
        Path key = options.privateKey();
        if (key != null && isForEverybody(key)) {
            findings.add(
                    Finding.warning(
                            SUBJECT,
                            "the key in " + key + " can be read by every user of this machine",
                            "chmod o= '" + key + "'"));
        }
        findings.addAll(authorities());
        return findings;
    }

    private Finding own(X509Certificate certificate) {
        String what = "the certificate for " + names(certificate) + " in " + options.certificate();
        Instant end = end(certificate);
        Instant begin = certificate.getNotBefore().toInstant();
        if (now.isBefore(begin)) {
            return Finding.failed(
                    SUBJECT,
                    what + " is valid from " + begin + " on, and not yet",
                    "put one there that is valid now, or set this machine's clock right");
        }
        if (!now.isBefore(end)) {
            return Finding.failed(SUBJECT, what + " ended on " + end, RENEW);
        }
        return end.isBefore(now.plus(SOON))
                ? Finding.warning(
                        SUBJECT,
                        "%s ends on %s, days left: %d"
                                .formatted(what, end, Duration.between(now, end).toDays()),
                        RENEW)
                : Finding.ok(SUBJECT, what + " is valid until " + end + ", and its key fits");
    }

    // why a warning: clients that know the authority by another way do not need it
    private List<Finding> between(List<X509Certificate> others) {
        return others.stream()
                .filter(it -> !now.isBefore(end(it)))
                .map(
                        it ->
                                Finding.warning(
                                        SUBJECT,
                                        "the certificate of %s, which comes along in %s, ended on %s"
                                                .formatted(
                                                        it.getSubjectX500Principal(),
                                                        options.certificate(),
                                                        end(it)),
                                        "put those behind the server's own that its authority gives"
                                                + " out now"))
                .toList();
    }

    private List<Finding> authorities() {
        try {
            int known = check.authorities().size();
            return known == 0
                    ? List.of()
                    : List.of(
                            Finding.ok(
                                    SUBJECT,
                                    "authorities whose certificates of clients are believed: "
                                            + known));
        } catch (UnusableCertificateException e) {
            return List.of(unusable(e));
        }
    }

    private static Finding unusable(UnusableCertificateException failure) {
        return Finding.failed(SUBJECT, String.valueOf(failure.getMessage()), failure.advice());
    }

    private static Instant end(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }

    /** The first names that clients may ask for, or whose it is where it has none. */
    private static String names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            String first =
                    names == null
                            ? ""
                            : names.stream()
                                    .map(List::getLast)
                                    .filter(String.class::isInstance)
                                    .map(String.class::cast)
                                    .limit(MOST_NAMES)
                                    .collect(Collectors.joining(", "));
            return first.isEmpty() ? certificate.getSubjectX500Principal().toString() : first;
        } catch (CertificateParsingException _) {
            return certificate.getSubjectX500Principal().toString();
        }
    }

    // why not of the group: servers are often let in by it
    private static boolean isForEverybody(Path file) {
        try {
            return Files.isRegularFile(file)
                    && Files.getPosixFilePermissions(file)
                            .contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }
}
