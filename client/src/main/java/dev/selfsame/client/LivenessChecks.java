package dev.selfsame.client;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;

/**
 * Liveness of people in front of a camera: captures that a browser takes live, and recordings.
 *
 * <p>A recording, all in one program; usually one program asks for the parameters and reads the
 * status, and another one, without a key for more than that, records and sends:
 *
 * <pre>{@code
 * LivenessChecks checks = client.livenessChecks();
 * UUID session = client.biometricServices().openSession(SessionRequest.PLAIN);
 * LivenessParameters wanted =
 *         checks.initReplay(session, ReplayRequest.of(LivenessMode.LIVENESS_PASSIVE)).value();
 * checks.send(session, wanted, Recording.ofVideo(Path.of("selfie.mp4"), 8));
 * ReplayStatus status =
 *         client.signatures().verified(checks.awaitReplay(session, Duration.ofMinutes(2)));
 * System.out.println(status.status());
 * }</pre>
 *
 * <p>Every method throws {@link SelfsameException}: with status 400 for what the server cannot
 * read, 401 and 403 for keys, 404 for sessions that are not there, 409 where a recording came
 * already.
 */
public final class LivenessChecks {

    private static final String KEY_HEADER = "apikey";
    private static final String SESSIONS = "/bioserver-app/v2/bio-sessions/";
    private static final String SESSIONS_V3 = "/bioserver-app/v3/bio-sessions/";
    private static final String INIT_CAPTURE = "/video-server/init-liveness-session";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Transport transport;
    private final Timing timing;

    LivenessChecks(Transport transport, Timing timing) {
        this.transport = transport;
        this.timing = timing;
    }

    /** Opens a session in which a browser is to take a live capture; its id goes to the browser. */
    public UUID openCapture(CaptureRequest request) {
        return BiometricServices.created(
                transport.send(
                        new Call(
                                "POST",
                                INIT_CAPTURE,
                                KEY_HEADER,
                                Body.json(WireJson.write(request.wire())),
                                false)));
    }

    /**
     * What came of the capture, or the recording, of a session. The server waits some seconds for
     * it, and answers {@code INITIALIZED} or {@code IN_PROGRESS} if it is not there then.
     */
    public CaptureResult result(UUID sessionId) {
        return WireJson.read(
                get(SESSIONS + sessionId + "/liveness-challenge-result").text(),
                CaptureResult.class);
    }

    /** Asks for a recording in a session, in place of one that was asked for before. */
    public Signed<LivenessParameters> initReplay(UUID sessionId, ReplayRequest request) {
        Body body = Body.json(WireJson.write(request.wire()));
        Call call = new Call("POST", parametersPath(sessionId), KEY_HEADER, body, false);
        return signed(transport.send(call), LivenessParameters.class);
    }

    /** What was asked for, for the program that records. */
    public Signed<LivenessParameters> parameters(UUID sessionId) {
        return signed(get(parametersPath(sessionId)), LivenessParameters.class);
    }

    /**
     * Encrypts a recording and sends it. Returns when the server has it, which judges it then.
     *
     * @param wanted by the server, for this recording
     */
    public void send(UUID sessionId, LivenessParameters wanted, Recording recording) {
        Body body =
                new Body(
                        "application/jose",
                        BodyPublishers.ofByteArray(SealedRecording.of(recording, wanted)));
        transport.send(new Call("POST", replayPath(sessionId), KEY_HEADER, body, false));
    }

    /** How far the judgement of a recording is. */
    public Signed<ReplayStatus> replayStatus(UUID sessionId) {
        return signed(get(replayPath(sessionId)), ReplayStatus.class);
    }

    /**
     * Asks again and again until the recording is judged.
     *
     * @param longest to wait for that
     * @return what was answered last, which is not final if it took longer
     */
    public Signed<ReplayStatus> awaitReplay(UUID sessionId, Duration longest) {
        long start = timing.nanos();
        Signed<ReplayStatus> status = replayStatus(sessionId);
        while (!status.value().status().isFinal() && timing.nanos() - start < longest.toNanos()) {
            transport.await(BETWEEN_LOOKS);
            status = replayStatus(sessionId);
        }
        return status;
    }

    private Answer get(String path) {
        return transport.send(new Call("GET", path, KEY_HEADER, null, true));
    }

    private static <T> Signed<T> signed(Answer answer, Class<T> type) {
        String json = answer.text();
        return new Signed<>(WireJson.read(json, type), json);
    }

    private static String parametersPath(UUID sessionId) {
        return SESSIONS + sessionId + "/init-liveness-parameters";
    }

    private static String replayPath(UUID sessionId) {
        return SESSIONS_V3 + sessionId + "/replay-liveness-metadata";
    }
}
