package dev.selfsame.server.biosession;

import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.template.FaceTemplate;
import dev.selfsame.server.face.FaceCoding;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Compares a face of a session with all the others. Safe for any number of threads. */
public final class SessionMatching {

    private final BioSessions sessions;
    private final BioSessionStore store;
    private final FaceCoding coding;
    private final Clock clock;

    SessionMatching(BioSessions sessions, BioSessionStore store, FaceCoding coding, Clock clock) {
        this.sessions = Objects.requireNonNull(sessions, "sessions");
        this.store = Objects.requireNonNull(store, "store");
        this.coding = Objects.requireNonNull(coding, "coding");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * A session and the matches of one of its faces, the most similar first, dissimilar ones too.
     */
    public record Matches(BioSession session, List<ComparedFaces> all) {

        public Matches {
            Objects.requireNonNull(session, "session");
            all = List.copyOf(all);
        }
    }

    /**
     * Compares what was not compared before.
     *
     * @throws Problem {@code NOT_FOUND}; {@code INVALID_REQUEST} if faces of the session were read
     *     in several modes; {@code BUSY}, {@code UNAVAILABLE}
     */
    public Matches of(String tenantId, UUID sessionId, UUID referenceId) {
        SessionContent content = sessions.content(tenantId, sessionId);
        SessionFace reference =
                content.face(referenceId)
                        .orElseThrow(() -> new Problem(ProblemKind.NOT_FOUND, "Face not found"));
        List<SessionFace> others =
                content.faces().stream().filter(face -> !face.id().equals(referenceId)).toList();
        Map<UUID, SessionMatch> known = known(tenantId, sessionId, referenceId, others);
        List<SessionMatch> made =
                compare(
                        tenantId,
                        reference,
                        others.stream().filter(face -> !known.containsKey(face.id())).toList());
        if (!made.isEmpty()) {
            store.addMatches(tenantId, sessionId, made);
            made.forEach(match -> known.put(match.candidate(), match));
        }
        return new Matches(content.session(), sorted(reference, others, known));
    }

    private Map<UUID, SessionMatch> known(
            String tenantId, UUID sessionId, UUID referenceId, List<SessionFace> others) {
        Map<UUID, SessionMatch> known = new HashMap<>();
        if (!others.isEmpty()) {
            List<UUID> candidates = others.stream().map(SessionFace::id).toList();
            store.matches(tenantId, sessionId, referenceId, candidates)
                    .forEach(match -> known.put(match.candidate(), match));
        }
        return known;
    }

    private static List<ComparedFaces> sorted(
            SessionFace reference, List<SessionFace> others, Map<UUID, SessionMatch> known) {
        List<ComparedFaces> all = new ArrayList<>();
        for (SessionFace other : others) {
            SessionMatch match = Objects.requireNonNull(known.get(other.id()));
            all.add(new ComparedFaces(reference, other, match.fmr(), match.created()));
        }
        all.sort(Comparator.comparing(ComparedFaces::fmr));
        return all;
    }

    private List<SessionMatch> compare(
            String tenantId, SessionFace reference, List<SessionFace> others) {
        if (others.isEmpty()) {
            return List.of();
        }
        others.forEach(other -> requireOneMode(reference, other));
        List<FaceTemplate> templates = others.stream().map(SessionFace::template).toList();
        List<Fmr> rates = coding.compare(tenantId, reference.template(), templates);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<SessionMatch> made = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            made.add(new SessionMatch(reference.id(), others.get(i).id(), rates.get(i), now));
        }
        return made;
    }

    private static void requireOneMode(SessionFace reference, SessionFace other) {
        FaceTemplate one = reference.template();
        FaceTemplate two = other.template();
        if (!one.mode().equals(two.mode()) || one.modeVersion() != two.modeVersion()) {
            throw new Problem(
                    ProblemKind.INVALID_REQUEST,
                    "the face "
                            + other.id()
                            + " was read in the mode "
                            + two.mode()
                            + " and the reference in "
                            + one.mode()
                            + "; delete one of them and send its picture again");
        }
    }
}
