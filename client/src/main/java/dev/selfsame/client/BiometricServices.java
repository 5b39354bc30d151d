package dev.selfsame.client;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The Biometric Services API: sessions, faces, matches, ages.
 *
 * <pre>{@code
 * BiometricServices services = client.biometricServices();
 * UUID session = services.openSession(SessionRequest.PLAIN);
 * UUID document = services.addFace(session, FacePicture.document(Path.of("passport.jpg")));
 * services.addFace(session, FacePicture.selfie(Path.of("selfie.jpg")));
 * double score = services.matches(session, document).getFirst().value().score();
 * services.deleteSession(session);
 * }</pre>
 *
 * <p>Every method throws {@link SelfsameException}: with status 400 for pictures without a face or
 * with several, 401 and 403 for keys, 404 for sessions and faces that are not there or no more.
 * {@link SelfsameClient} says what is sent again.
 */
public final class BiometricServices {

    private static final String KEY_HEADER = "apikey";
    private static final String ROOT = "/bioserver-app/v2";
    private static final String SESSIONS = ROOT + "/bio-sessions";
    private static final String LOCATION = "Location";
    private static final int NO_CONTENT = 204;

    private final Transport transport;

    BiometricServices(Transport transport) {
        this.transport = transport;
    }

    /** What the server is. */
    public Capabilities capabilities() {
        return WireJson.read(get(ROOT + "/capabilities").text(), Capabilities.class);
    }

    /** Opens a session; its id. */
    public UUID openSession(SessionRequest request) {
        return created(SESSIONS, Body.json(WireJson.write(request.wire())));
    }

    /** A session. */
    public Signed<Session> session(UUID sessionId) {
        return signed(get(path(sessionId)).text(), Session.class);
    }

    /**
     * Deletes a session with all of its faces.
     *
     * @throws SelfsameException with status 409 while the server is at work on it
     */
    public void deleteSession(UUID sessionId) {
        delete(path(sessionId));
    }

    /** Adds the face of a picture to a session; its id. */
    public UUID addFace(UUID sessionId, FacePicture picture) {
        return addFace(sessionId, picture, FaceRequest.PLAIN);
    }

    /** Adds the face of a picture to a session; its id. */
    public UUID addFace(UUID sessionId, FacePicture picture, FaceRequest request) {
        return created(facesPath(sessionId), form(picture, request));
    }

    /**
     * Adds a face that was answered before, with its template; its new id. {@link Face#parse} reads
     * one that was kept.
     */
    public UUID addFace(UUID sessionId, Signed<Face> face) {
        return created(
                facesPath(sessionId), Body.json(face.json().getBytes(StandardCharsets.UTF_8)));
    }

    /** The faces of a session. */
    public List<Signed<Face>> faces(UUID sessionId) {
        return signedAll(get(facesPath(sessionId)).text(), Face.class);
    }

    /** A face of a session. */
    public Signed<Face> face(UUID sessionId, UUID faceId) {
        return signed(get(path(sessionId, faceId)).text(), Face.class);
    }

    /**
     * The picture of a face as a JPEG, empty where the session keeps none.
     *
     * @param compressed whether a smaller one will do
     */
    public Optional<byte[]> faceImage(UUID sessionId, UUID faceId, boolean compressed) {
        Answer answer = get(path(sessionId, faceId) + "/image?compression=" + compressed);
        return answer.status() == NO_CONTENT ? Optional.empty() : Optional.of(answer.body());
    }

    /** Deletes a face. */
    public void deleteFace(UUID sessionId, UUID faceId) {
        delete(path(sessionId, faceId));
    }

    /** Deletes all faces of a session. */
    public void deleteFaces(UUID sessionId) {
        delete(facesPath(sessionId));
    }

    /** A face compared with every other one of its session, best first, low scores included. */
    public List<Signed<Match>> matches(UUID sessionId, UUID faceId) {
        return signedAll(get(path(sessionId, faceId) + "/matches").text(), Match.class);
    }

    /** Reads a face without a session; the server keeps nothing of it. */
    public Signed<Face> directFace(FacePicture picture, FaceRequest request) {
        return signed(compute("/faces", form(picture, request)), Face.class);
    }

    /** Compares two pictures. */
    public Signed<Match> match(FacePicture reference, FacePicture candidate) {
        return match(reference, candidate, MatchRequest.PLAIN);
    }

    /** Compares two pictures. */
    public Signed<Match> match(FacePicture reference, FacePicture candidate, MatchRequest request) {
        FormData form = new FormData();
        form.text("referenceImageType", reference.type().name());
        form.picture("referenceImage", reference.picture());
        return match(form, candidate, "/match/images", request);
    }

    /** Compares a picture with a face that was answered before, with its template. */
    public Signed<Match> match(Signed<Face> reference, FacePicture candidate) {
        return match(reference, candidate, MatchRequest.PLAIN);
    }

    /** Compares a picture with a face that was answered before, with its template. */
    public Signed<Match> match(
            Signed<Face> reference, FacePicture candidate, MatchRequest request) {
        FormData form = new FormData();
        form.json("referenceFace", reference.json().getBytes(StandardCharsets.UTF_8));
        return match(form, candidate, "/match", request);
    }

    private Signed<Match> match(
            FormData form, FacePicture candidate, String path, MatchRequest request) {
        form.text("candidateImageType", candidate.type().name());
        form.picture("candidateImage", candidate.picture());
        request.addTo(form);
        return signed(compute(path, form.body()), Match.class);
    }

    /** Estimates the age of the person in a picture; the server keeps nothing of it. */
    public Signed<AgeEstimate> age(Picture picture, AgeRequest request) {
        FormData form = new FormData();
        form.json("age", WireJson.write(request.wire()));
        form.picture("image", picture);
        form.text("correlationId", request.correlationId());
        form.text("evidenceId", request.evidenceId());
        Signed<WireAge> answer = signed(compute("/ages", form.body()), WireAge.class);
        return new Signed<>(answer.value().estimate(), answer.json());
    }

    private static Body form(FacePicture picture, FaceRequest request) {
        FormData form = new FormData();
        form.json("face", WireJson.write(request.wire(picture.type())));
        form.picture("image", picture.picture());
        return form.body();
    }

    private Answer get(String path) {
        return transport.send(new Call("GET", path, KEY_HEADER, null, true));
    }

    private void delete(String path) {
        transport.send(new Call("DELETE", path, KEY_HEADER, null, false));
    }

    /** Text of the answer of an operation that keeps nothing. */
    private String compute(String path, Body body) {
        return transport.send(new Call("POST", ROOT + path, KEY_HEADER, body, true)).text();
    }

    /** Id of what an operation made. */
    private UUID created(String path, Body body) {
        return created(transport.send(new Call("POST", path, KEY_HEADER, body, false)));
    }

    static UUID created(Answer answer) {
        String location = answer.header(LOCATION).orElse("");
        // why the end alone: some servers state the whole address, some without its first part
        return WireId.parse(LOCATION, location.substring(location.lastIndexOf('/') + 1));
    }

    private static <T> Signed<T> signed(String json, Class<T> type) {
        return new Signed<>(WireJson.read(json, type), json);
    }

    private static <T> List<Signed<T>> signedAll(String json, Class<T> type) {
        return WireJson.elements(json).stream().map(each -> signed(each, type)).toList();
    }

    private static String path(UUID sessionId) {
        return SESSIONS + "/" + sessionId;
    }

    private static String facesPath(UUID sessionId) {
        return path(sessionId) + "/faces";
    }

    private static String path(UUID sessionId, UUID faceId) {
        return facesPath(sessionId) + "/" + faceId;
    }
}
