package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.server.api.Access;
import dev.selfsame.server.api.Metered;
import dev.selfsame.server.api.NeedsScope;
import dev.selfsame.server.api.UsesWorkers;
import dev.selfsame.server.json.JsonBody;
import dev.selfsame.server.json.JsonReader;
import dev.selfsame.server.person.People;
import dev.selfsame.server.person.Verification;
import dev.selfsame.server.tenant.Scope;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.Objects;

/** Compares somebody with the person that they say they are. */
@RestController
final class VerifyRoute {

    private final JsonReader reader;
    private final Answers answers;
    private final People people;
    private final MultibiometricsOptions options;

    VerifyRoute(JsonReader reader, Answers answers, People people, MultibiometricsOptions options) {
        this.reader = Objects.requireNonNull(reader, "reader");
        this.answers = Objects.requireNonNull(answers, "answers");
        this.people = Objects.requireNonNull(people, "people");
        this.options = Objects.requireNonNull(options, "options");
    }

    @RequestMapping(
            path = "/**/multibiometrics/verify",
            method = {RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH})
    @NeedsScope(Scope.MULTIBIOMETRICS_READ)
    @Metered("multibiometrics.verify")
    @UsesWorkers
    ResponseEntity<byte[]> verify(HttpServletRequest request) throws IOException {
        String tenant = Access.callerOf(request).tenantId();
        try (JsonBody body =
                reader.read(request.getContentLengthLong(), request.getInputStream())) {
            PersonForm form = PersonForm.of(Envelope.open(body.value(), PersonForm.KEY));
            return switch (people.verify(tenant, form.id(), form.capture())) {
                case Verification.Compared compared ->
                        answers.ok(VerifyAnswer.of(compared, options.listUnsentFingers()));
                case Verification.UnknownPerson() -> throw PersonRoutes.unknownPerson();
                case Verification.Unusable(var sample) -> throw ErrorTable.unusable(sample);
                case Verification.OtherMode(var _, var _) ->
                        throw Refusal.saying(
                                "The enrolled template was made by another mode, update the"
                                        + " person");
                case Verification.LockedOut(var retryAfter) ->
                        answers.later(
                                "Too many failed verifications of this person; try again after"
                                        + " the time in Retry-After",
                                retryAfter);
            };
        }
    }
}
