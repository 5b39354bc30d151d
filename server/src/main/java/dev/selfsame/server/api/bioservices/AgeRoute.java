package dev.selfsame.server.api.bioservices;

import dev.selfsame.engine.face.FaceOutcome;
import dev.selfsame.server.api.Access;
import dev.selfsame.server.api.Metered;
import dev.selfsame.server.api.NeedsScope;
import dev.selfsame.server.api.UsesWorkers;
import dev.selfsame.server.face.CodedFace;
import dev.selfsame.server.face.FaceCoding;
import dev.selfsame.server.face.ReadFace;
import dev.selfsame.server.multipart.MultipartReader;
import dev.selfsame.server.multipart.Parts;
import dev.selfsame.server.tenant.Scope;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/** Estimates the age of the face of a picture and keeps nothing. */
@RestController
final class AgeRoute {

    /** What the contract answers for a picture without a face. */
    private static final int NO_FACE = -10_000;

    private static final int DECIMALS = 1;

    private final MultipartReader reader;
    private final FaceBodies bodies;
    private final FaceCoding coding;
    private final SignedAnswers answers;
    private final Clock clock;

    AgeRoute(
            MultipartReader reader,
            FaceBodies bodies,
            FaceCoding coding,
            SignedAnswers answers,
            Clock clock) {
        this.reader = Objects.requireNonNull(reader, "reader");
        this.bodies = Objects.requireNonNull(bodies, "bodies");
        this.coding = Objects.requireNonNull(coding, "coding");
        this.answers = Objects.requireNonNull(answers, "answers");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @PostMapping("/bioserver-app/v2/ages")
    @NeedsScope(Scope.MATCH)
    @Metered("bioservices.age")
    @UsesWorkers
    ResponseEntity<byte[]> age(HttpServletRequest request) throws IOException {
        try (Parts parts =
                reader.read(
                        request.getContentType(),
                        request.getContentLengthLong(),
                        request.getInputStream(),
                        AgeForm.PARTS)) {
            AgeForm form = AgeForm.of(parts, bodies);
            String tenantId = Access.callerOf(request).tenantId();
            return answers.signedUnless(form.signatureDisabled(), age(tenantId, form));
        }
    }

    private AgeAnswer age(String tenantId, AgeForm form) {
        return switch (coding.read(tenantId, form.image(), form.faceRequest())) {
            case CodedFace.Coded(ReadFace face) -> answer(form, face);
            case CodedFace.Unusable(FaceOutcome.Unreadable why) ->
                    throw UnusablePicture.problem("image", why);
            case CodedFace.Unusable _ -> answer(form, coding.digest(form.image()), NO_FACE, null);
        };
    }

    private AgeAnswer answer(AgeForm form, ReadFace face) {
        int quality = face.reading().quality().value();
        Double years = face.reading().ageYears();
        // why down: who is stated to be of an age is not younger by the same estimate.
        // why none of a bad picture: it is to be sent again, and half a face has no age
        BigDecimal age =
                quality < 0 || years == null
                        ? null
                        : BigDecimal.valueOf(years).setScale(DECIMALS, RoundingMode.FLOOR);
        return answer(form, face.sha256(), quality, age);
    }

    private AgeAnswer answer(AgeForm form, String digest, int quality, @Nullable BigDecimal age) {
        return new AgeAnswer(
                UUID.randomUUID().toString(),
                age == null ? null : age.compareTo(form.threshold()) >= 0,
                age,
                form.threshold(),
                digest,
                form.imageType(),
                quality,
                Timestamp.of(clock.instant()));
    }
}
