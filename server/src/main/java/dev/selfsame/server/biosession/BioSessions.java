package dev.selfsame.server.biosession;

import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.server.biosession.BioSessionStore.Removal;
import dev.selfsame.server.face.CodedFace;
import dev.selfsame.server.face.FaceCoding;
import dev.selfsame.server.face.ReadFace;
import dev.selfsame.server.media.Media;
import dev.selfsame.server.media.StoredObject;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Opens, fills and ends the sessions of tenants. A session of another tenant is as unknown as one
 * that never was. Safe for any number of threads.
 */
public final class BioSessions {

    // why not later: sessions live some minutes, so there is room again soon
    private static final Duration FULL_RETRY = Duration.ofSeconds(5);

    private final BioSessionStore store;
    private final FaceCoding coding;
    private final Media media;
    private final List<SessionEnding> endings;
    private final BioSessionOptions options;
    private final Clock clock;

    BioSessions(
            BioSessionStore store,
            FaceCoding coding,
            Media media,
            List<SessionEnding> endings,
            BioSessionOptions options,
            Clock clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.coding = Objects.requireNonNull(coding, "coding");
        this.media = Objects.requireNonNull(media, "media");
        this.endings = List.copyOf(endings);
        this.options = Objects.requireNonNull(options, "options");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Opens a session.
     *
     * @throws Problem {@code INVALID_REQUEST} if it is to live longer than allowed, {@code BUSY} if
     *     there is no room for it, {@code UNAVAILABLE}
     */
    public BioSession open(String tenantId, NewSession wanted) {
        Duration asked = wanted.timeToLive();
        Duration life = asked == null ? options.timeToLive() : asked;
        if (life.compareTo(options.maxTimeToLive()) > 0) {
            throw new Problem(
                    ProblemKind.INVALID_REQUEST,
                    "ttlSeconds: "
                            + life.toSeconds()
                            + " is more than the longest, "
                            + options.maxTimeToLive().toSeconds());
        }
        Instant now = now();
        BioSession session =
                new BioSession(
                        UUID.randomUUID(),
                        tenantId,
                        wanted.correlationId(),
                        wanted.evidenceId(),
                        wanted.imageStorageEnabled(),
                        wanted.callbackUrl(),
                        now,
                        now.plus(life));
        if (!store.add(session)) {
            throw Problem.busy(FULL_RETRY);
        }
        return session;
    }

    /**
     * The session.
     *
     * @throws Problem {@code NOT_FOUND}, {@code UNAVAILABLE}
     */
    public BioSession find(String tenantId, UUID sessionId) {
        return store.find(tenantId, sessionId).orElseThrow(BioSessions::noSession);
    }

    /**
     * The session with all that is in it.
     *
     * @throws Problem {@code NOT_FOUND}, {@code UNAVAILABLE}
     */
    public SessionContent content(String tenantId, UUID sessionId) {
        return store.content(tenantId, sessionId).orElseThrow(BioSessions::noSession);
    }

    /**
     * Ends a session and deletes all that is kept of it.
     *
     * @return false if something works on it, which keeps it
     * @throws Problem {@code NOT_FOUND}, {@code UNAVAILABLE}
     */
    public boolean delete(String tenantId, UUID sessionId) {
        SessionContent content = content(tenantId, sessionId);
        BioSession session = content.session();
        return switch (store.delete(tenantId, sessionId)) {
            case NO_SESSION -> throw noSession();
            case HELD -> false;
            case DELETED -> {
                endings.forEach(ending -> ending.deleted(sessionId));
                if (session.imageStorageEnabled() || content.hasPictures()) {
                    media.deleteAll(tenantId, sessionId, session.expires());
                }
                yield true;
            }
        };
    }

    /**
     * Refuses what reading a picture would refuse now, before the picture has arrived.
     *
     * @throws Problem {@code BUSY}
     */
    public void checkWorkers(String tenantId) {
        coding.checkWorkers(tenantId);
    }

    /**
     * Reads the face of a picture and puts it into a session.
     *
     * @param session as it was found
     * @throws Problem {@code NOT_FOUND}, also where the session ends meanwhile; {@code
     *     INVALID_REQUEST} if it is full; {@code BUSY}, {@code UNAVAILABLE}
     */
    public FaceAddition add(BioSession session, NewFace wanted, byte[] picture) {
        return add(session, wanted, picture, session.imageStorageEnabled());
    }

    /** The same, with the picture kept or not whatever the session says. */
    public FaceAddition add(
            BioSession session, NewFace wanted, byte[] picture, boolean keepPicture) {
        if (!session.isOpenAt(clock.instant())) {
            throw noSession();
        }
        boolean everyTurn = Boolean.TRUE.equals(wanted.imageRotationEnabled());
        return switch (coding.read(
                session.tenantId(), picture, new FaceRequest(everyTurn, false))) {
            case CodedFace.Unusable(var why) -> new FaceAddition.Unusable(why);
            case CodedFace.Coded(ReadFace read) -> {
                SessionFace face = face(session, wanted, read, picture, keepPicture);
                boolean added = false;
                try {
                    add(session, face);
                    added = true;
                } finally {
                    if (!added && face.image() != null) {
                        media.discard(face.image());
                    }
                }
                yield new FaceAddition.Added(face);
            }
        };
    }

    private SessionFace face(
            BioSession session,
            NewFace wanted,
            ReadFace read,
            byte[] picture,
            boolean keepPicture) {
        UUID id = UUID.randomUUID();
        StoredObject image =
                keepPicture
                        ? media.put(
                                session.tenantId(),
                                session.id(),
                                id,
                                session.expires(),
                                picture,
                                read.format().mediaType())
                        : null;
        return new SessionFace(
                id,
                wanted.friendlyName(),
                read.sha256(),
                wanted.imageType(),
                read.reading().quality().value(),
                read.reading().eyes(),
                read.reading().box(),
                read.reading().template(),
                wanted.imageRotationEnabled(),
                image,
                now());
    }

    /**
     * Puts a face into a session that was read before.
     *
     * @param session as it was found
     * @param face without a picture, of the current mode
     * @throws Problem {@code NOT_FOUND}; {@code INVALID_REQUEST} if it is full; {@code BUSY},
     *     {@code UNAVAILABLE}
     */
    public void add(BioSession session, SessionFace face) {
        switch (store.addFace(session.tenantId(), session.id(), face, options.maxFaces())) {
            case ADDED -> {}
            case NO_SESSION -> throw noSession();
            case TOO_MANY_FACES ->
                    throw new Problem(
                            ProblemKind.INVALID_REQUEST,
                            "the session has "
                                    + options.maxFaces()
                                    + " faces already, which is the most; delete one first");
            case NO_ROOM -> throw Problem.busy(FULL_RETRY);
        }
    }

    /**
     * A face of a session.
     *
     * @throws Problem {@code NOT_FOUND}, {@code UNAVAILABLE}
     */
    public SessionFace face(String tenantId, UUID sessionId, UUID faceId) {
        return content(tenantId, sessionId).face(faceId).orElseThrow(BioSessions::noFace);
    }

    /**
     * The picture that a face was read from, as it was sent; empty where none is kept.
     *
     * @throws Problem {@code NOT_FOUND}, {@code UNAVAILABLE}
     */
    public Optional<byte[]> picture(String tenantId, UUID sessionId, UUID faceId) {
        return picture(tenantId, face(tenantId, sessionId, faceId));
    }

    /** The same of a face that was found before. */
    public Optional<byte[]> picture(String tenantId, SessionFace face) {
        StoredObject image = face.image();
        return image == null ? Optional.empty() : media.get(tenantId, image);
    }

    /**
     * Deletes a face, its matches and its picture.
     *
     * @throws Problem {@code NOT_FOUND}, {@code UNAVAILABLE}
     */
    public void deleteFace(String tenantId, UUID sessionId, UUID faceId) {
        SessionContent content = content(tenantId, sessionId);
        SessionFace face = content.face(faceId).orElseThrow(BioSessions::noFace);
        require(store.deleteFace(tenantId, sessionId, faceId));
        forget(List.of(face));
    }

    /**
     * Deletes all faces of a session, their matches and pictures.
     *
     * @throws Problem {@code NOT_FOUND}, {@code UNAVAILABLE}
     */
    public void deleteFaces(String tenantId, UUID sessionId) {
        SessionContent content = content(tenantId, sessionId);
        require(store.deleteFaces(tenantId, sessionId));
        // why those found before: the picture of a face that came meanwhile is cleared away when
        // the session ends, as nothing leads to it any more
        forget(content.faces());
    }

    private void forget(List<SessionFace> faces) {
        media.deleteAll(faces.stream().map(SessionFace::image).filter(Objects::nonNull).toList());
    }

    private static void require(Removal removal) {
        switch (removal) {
            case REMOVED -> {}
            case NO_SESSION -> throw noSession();
            case NO_FACE -> throw noFace();
        }
    }

    private static Problem noSession() {
        return new Problem(ProblemKind.NOT_FOUND, "Session not found");
    }

    private static Problem noFace() {
        return new Problem(ProblemKind.NOT_FOUND, "Face not found");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
