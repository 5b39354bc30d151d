package dev.selfsame.server.api.bioservices;

import dev.selfsame.server.admission.UploadBudget;
import dev.selfsame.server.api.Access;
import dev.selfsame.server.api.Metered;
import dev.selfsame.server.api.NeedsScope;
import dev.selfsame.server.api.WireId;
import dev.selfsame.server.biosession.BioSessions;
import dev.selfsame.server.biosession.SessionFace;
import dev.selfsame.server.body.BodyLimits;
import dev.selfsame.server.body.BoundedBody;
import dev.selfsame.server.challenge.Challenge;
import dev.selfsame.server.challenge.ChallengeKind;
import dev.selfsame.server.challenge.ChallengeResult;
import dev.selfsame.server.challenge.Challenges;
import dev.selfsame.server.challenge.ReplayTerms;
import dev.selfsame.server.challenge.Replays;
import dev.selfsame.server.json.JsonBody;
import dev.selfsame.server.json.JsonReader;
import dev.selfsame.server.media.StoredObject;
import dev.selfsame.server.tenant.Scope;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Asks for recordings of live people, takes them and says what came of them. */
@RestController
final class ReplayRoutes {

    private static final String PARAMETERS = SessionRoutes.SESSION + "/init-liveness-parameters";
    private static final String METADATA = "/bio-sessions/{sessionId}/replay-liveness-metadata";
    private static final String V2 = "/bioserver-app/v2" + METADATA;
    private static final String V3 = "/bioserver-app/v3" + METADATA;
    // the envelope, what is inside as JSON, and the pictures
    private static final int HELD_PER_BYTE = 4;

    private final JsonReader reader;
    private final UploadBudget budget;
    private final BodyLimits limits;
    private final BioSessions sessions;
    private final Challenges challenges;
    private final Replays replays;
    private final SignedAnswers answers;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ReplayRoutes(
            JsonReader reader,
            UploadBudget budget,
            BodyLimits limits,
            BioSessions sessions,
            Challenges challenges,
            Replays replays,
            SignedAnswers answers,
            Clock clock) {
        this.reader = Objects.requireNonNull(reader, "reader");
        this.budget = Objects.requireNonNull(budget, "budget");
        this.limits = Objects.requireNonNull(limits, "limits");
        this.sessions = Objects.requireNonNull(sessions, "sessions");
        this.challenges = Objects.requireNonNull(challenges, "challenges");
        this.replays = Objects.requireNonNull(replays, "replays");
        this.answers = Objects.requireNonNull(answers, "answers");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @PostMapping(PARAMETERS)
    @NeedsScope(Scope.SESSIONS_WRITE)
    @Metered("bioservices.init-liveness-parameters")
    ResponseEntity<byte[]> init(
            HttpServletRequest request, @PathVariable("sessionId") String sessionId)
            throws IOException {
        try (JsonBody body =
                reader.read(request.getContentLengthLong(), request.getInputStream())) {
            LivenessForm form = LivenessForm.parse(body.value(), random.nextInt(Integer.MAX_VALUE));
            Challenge challenge =
                    replays.init(
                            Access.callerOf(request).tenantId(),
                            WireId.session(sessionId),
                            form.id(),
                            form.terms(),
                            form.imageRetrievalDisabled());
            return answers.kept(LivenessParameters.of(challenge));
        }
    }

    /** For the program that records, where it does not get them from the one that asked. */
    @GetMapping(PARAMETERS)
    @NeedsScope(Scope.SESSIONS_READ)
    @Metered("bioservices.get-liveness-parameters")
    ResponseEntity<byte[]> parameters(
            HttpServletRequest request, @PathVariable("sessionId") String sessionId) {
        return answers.kept(LivenessParameters.of(find(request, sessionId)));
    }

    @PostMapping({V2, V3})
    @NeedsScope(Scope.SESSIONS_WRITE)
    @Metered("bioservices.replay")
    ResponseEntity<ReplayStatus> submit(
            HttpServletRequest request, @PathVariable("sessionId") String sessionId)
            throws IOException {
        String tenantId = Access.callerOf(request).tenantId();
        UUID session = WireId.session(sessionId);
        long length = request.getContentLengthLong();
        limits.check(length);
        replays.check(tenantId, session);
        try (UploadBudget.Lease lease = budget.lease()) {
            lease.announce(HELD_PER_BYTE * Math.max(0, length));
            InputStream body =
                    new BoundedBody(request.getInputStream(), limits, lease, HELD_PER_BYTE);
            String envelope = new String(body.readAllBytes(), StandardCharsets.US_ASCII);
            Challenge running = replays.submit(tenantId, session, envelope);
            return ResponseEntity.accepted()
                    .body(ReplayStatus.open(replayId(running), running.status(clock.instant())));
        }
    }

    @GetMapping({V2, V3})
    @NeedsScope(Scope.SESSIONS_READ)
    @Metered("bioservices.get-replay")
    ResponseEntity<byte[]> status(
            HttpServletRequest request, @PathVariable("sessionId") String sessionId) {
        ReplayStatus status = status(find(request, sessionId));
        return status.image() == null ? answers.kept(status) : answers.detached(status);
    }

    private Challenge find(HttpServletRequest request, String sessionId) {
        return challenges.find(
                Access.callerOf(request).tenantId(),
                WireId.session(sessionId),
                ChallengeKind.REPLAY);
    }

    private ReplayStatus status(Challenge challenge) {
        Instant now = clock.instant();
        ChallengeResult result = challenge.result(now);
        if (result == null) {
            return ReplayStatus.open(replayId(challenge), challenge.status(now));
        }
        Optional<SessionFace> face = face(challenge, result);
        StoredObject video = result.video();
        return new ReplayStatus(
                replayId(challenge),
                result.status().name(),
                result.diagnostic(),
                face.map(it -> it.id().toString()).orElse(null),
                face.map(it -> image(challenge, it)).orElse(null),
                face.map(it -> Landmarks.of(it.eyes(), it.box())).orElse(null),
                ReplayStatus.DeviceInfo.of(result.device()),
                ReplayStatus.SdkInfo.of(result.device()),
                face.map(SessionFace::image).map(ImageStorage::of).orElse(null),
                video == null ? null : ImageStorage.of(video));
    }

    private static String replayId(Challenge challenge) {
        return Objects.requireNonNull(challenge.replay(), "replay").id();
    }

    /** The best image's face, unless it was deleted meanwhile. */
    private Optional<SessionFace> face(Challenge challenge, ChallengeResult result) {
        UUID best = result.bestImageId();
        return best == null
                ? Optional.empty()
                : sessions.content(challenge.tenantId(), challenge.sessionId()).face(best);
    }

    private @Nullable String image(Challenge challenge, SessionFace face) {
        ReplayTerms replay = challenge.replay();
        if (replay == null || replay.imageRetrievalDisabled()) {
            return null;
        }
        return sessions.picture(challenge.tenantId(), face)
                .map(Base64.getEncoder()::encodeToString)
                .orElse(null);
    }
}
