package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.liveness.PassiveLiveness;
import dev.selfsame.server.admission.Admission;
import dev.selfsame.server.api.Access;
import dev.selfsame.server.api.Metered;
import dev.selfsame.server.api.NeedsScope;
import dev.selfsame.server.api.UsesWorkers;
import dev.selfsame.server.json.JsonBody;
import dev.selfsame.server.json.JsonReader;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.tenant.Scope;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.Objects;

/** Judges whether a picture shows a person or a picture of one. */
@RestController
final class LivenessRoute {

    private static final String KEY = "Spoof";

    private final JsonReader reader;
    private final Answers answers;
    private final Engine engine;
    private final Admission admission;

    LivenessRoute(JsonReader reader, Answers answers, Engine engine, Admission admission) {
        this.reader = Objects.requireNonNull(reader, "reader");
        this.answers = Objects.requireNonNull(answers, "answers");
        this.engine = Objects.requireNonNull(engine, "engine");
        this.admission = Objects.requireNonNull(admission, "admission");
    }

    @PostMapping("/**/multibiometrics/liveness")
    @NeedsScope(Scope.MULTIBIOMETRICS_READ)
    @Metered("multibiometrics.liveness")
    @UsesWorkers
    ResponseEntity<byte[]> check(HttpServletRequest request) throws IOException {
        try (JsonBody body =
                reader.read(request.getContentLengthLong(), request.getInputStream())) {
            String tenantId = Access.callerOf(request).tenantId();
            return answers.plain(judged(tenantId, Envelope.open(body.value(), KEY)));
        } catch (Refusal refusal) {
            // why 200: this operation alone states errors in its answer; see the contract
            return answers.plain(LivenessAnswer.failed(refusal.text()));
        } catch (Problem problem) {
            if (problem.kind() == ProblemKind.INVALID_REQUEST) {
                return answers.plain(LivenessAnswer.failed(ErrorText.INVALID_JSON.text()));
            }
            throw problem;
        }
    }

    private LivenessAnswer judged(String tenantId, Envelope spoof) {
        if (spoof.get(FaceRoutes.IMAGE).isEmpty()) {
            return LivenessAnswer.failed("Image (base64) not found");
        }
        byte[] picture = spoof.bytes(FaceRoutes.IMAGE);
        return switch (admission.run(tenantId, () -> engine.checkLiveness(picture))) {
            case PassiveLiveness.Checked checked -> LivenessAnswer.judged(checked.attack());
            case PassiveLiveness.NoFace _ -> LivenessAnswer.failed("No Faces Detected");
            case PassiveLiveness.SeveralFaces _ -> LivenessAnswer.failed("Multiple Faces Detected");
            case PassiveLiveness.Unreadable(var refusal) -> throw ErrorTable.unreadable(refusal);
        };
    }
}
