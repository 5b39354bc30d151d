package dev.selfsame.client;

import java.util.Objects;
import java.util.Random;

/**
 * A server and what it can be asked. Open one and share it by all threads; it keeps connections.
 *
 * <pre>{@code
 * ClientOptions options = ClientOptions.of(URI.create("http://127.0.0.1:8080"), apiKey);
 * try (SelfsameClient client = SelfsameClient.open(options)) {
 *     Signed<Match> match =
 *             client.biometricServices()
 *                     .match(
 *                             FacePicture.document(Path.of("passport.jpg")),
 *                             FacePicture.selfie(Path.of("selfie.jpg")));
 *     client.signatures().verified(match);
 *     System.out.println(match.value().score() >= 3500);
 * }
 * }</pre>
 *
 * <p>Calls block. They are sent again after 429 and 503, which say that the server did not take
 * them, when the time in {@code Retry-After} and a little more has passed, and where no connection
 * was made. Calls that change nothing on the server are also sent again where the connection was
 * lost or the time ran out on the way; calls that do, and {@link Multibiometrics#verify}, which
 * counts failures, are not, as they may have arrived: that is a {@link SelfsameException} of kind
 * {@link SelfsameException.Kind#NO_ANSWER NO_ANSWER}, after which the caller looks what is there.
 * {@link RetryRules} bound all of it. Redirects are not followed.
 */
public final class SelfsameClient implements AutoCloseable {

    private final Transport transport;
    private final BiometricServices biometricServices;
    private final Multibiometrics multibiometrics;
    private final LivenessChecks livenessChecks;
    private final SignedAnswers signatures;

    private SelfsameClient(Transport transport, Timing timing) {
        this.transport = transport;
        biometricServices = new BiometricServices(transport);
        multibiometrics = new Multibiometrics(transport);
        livenessChecks = new LivenessChecks(transport, timing);
        signatures = new SignedAnswers(new FetchedKeys(transport, timing));
    }

    /** Opens a client. Connects to nothing yet. */
    public static SelfsameClient open(ClientOptions options) {
        return open(options, new SystemTiming());
    }

    static SelfsameClient open(ClientOptions options, Timing timing) {
        Objects.requireNonNull(options, "options");
        return new SelfsameClient(new Transport(options, timing, new Random()), timing);
    }

    /** Sessions, faces, matches, ages. */
    public BiometricServices biometricServices() {
        return biometricServices;
    }

    /** Enrolled people, templates, tools for pictures. */
    public Multibiometrics multibiometrics() {
        return multibiometrics;
    }

    /** Liveness of people in front of a camera. */
    public LivenessChecks livenessChecks() {
        return livenessChecks;
    }

    /** Verifies answers with the server's keys, which are fetched when the first is needed. */
    public SignedAnswers signatures() {
        return signatures;
    }

    /** Ends the calls under way, with an exception, and the connections. */
    @Override
    public void close() {
        transport.close();
    }
}
