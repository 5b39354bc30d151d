package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.server.api.Access;
import dev.selfsame.server.api.Metered;
import dev.selfsame.server.api.NeedsScope;
import dev.selfsame.server.api.UsesWorkers;
import dev.selfsame.server.json.JsonBody;
import dev.selfsame.server.json.JsonReader;
import dev.selfsame.server.person.CustomId;
import dev.selfsame.server.person.Deletion;
import dev.selfsame.server.person.Enrolment;
import dev.selfsame.server.person.People;
import dev.selfsame.server.person.Update;
import dev.selfsame.server.tenant.Caller;
import dev.selfsame.server.tenant.Scope;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/** Enrols, updates and deletes people. */
@RestController
final class PersonRoutes {

    /** The header that names the receipt of a deletion. */
    private static final String RECEIPT = "Selfsame-Receipt";

    private final Exchange exchange;
    private final JsonReader reader;
    private final Answers answers;
    private final People people;

    PersonRoutes(Exchange exchange, JsonReader reader, Answers answers, People people) {
        this.exchange = Objects.requireNonNull(exchange, "exchange");
        this.reader = Objects.requireNonNull(reader, "reader");
        this.answers = Objects.requireNonNull(answers, "answers");
        this.people = Objects.requireNonNull(people, "people");
    }

    @PostMapping("/**/multibiometrics/enroll")
    @NeedsScope(Scope.MULTIBIOMETRICS_WRITE)
    @Metered("multibiometrics.enroll")
    @UsesWorkers
    ResponseEntity<byte[]> enroll(HttpServletRequest request) throws IOException {
        Caller caller = Access.callerOf(request);
        return exchange.answer(
                request,
                PersonForm.KEY,
                person -> {
                    EnrolForm form = EnrolForm.of(person);
                    return switch (people.enrol(
                            caller.tenantId(),
                            caller.keyId(),
                            form.id(),
                            form.capture(),
                            form.consent())) {
                        case Enrolment.Enrolled(var enrolled) -> PersonAnswer.of(enrolled);
                        case Enrolment.AlreadyEnrolled() ->
                                throw new Refusal(ErrorText.CUSTOM_ID_EXISTS, "enrolled before");
                        case Enrolment.Unusable(var sample) -> throw ErrorTable.unusable(sample);
                    };
                });
    }

    @RequestMapping(
            path = "/**/multibiometrics/update",
            method = {RequestMethod.PUT, RequestMethod.POST, RequestMethod.PATCH})
    @NeedsScope(Scope.MULTIBIOMETRICS_WRITE)
    @Metered("multibiometrics.update")
    @UsesWorkers
    ResponseEntity<byte[]> update(HttpServletRequest request) throws IOException {
        Caller caller = Access.callerOf(request);
        return exchange.answer(
                request,
                PersonForm.KEY,
                person -> {
                    EnrolForm form = EnrolForm.of(person);
                    return switch (people.update(
                            caller.tenantId(),
                            caller.keyId(),
                            form.id(),
                            form.capture(),
                            form.consent())) {
                        case Update.Updated(var updated) -> PersonAnswer.of(updated);
                        case Update.UnknownPerson() -> throw unknownPerson();
                        case Update.Unusable(var sample) -> throw ErrorTable.unusable(sample);
                    };
                });
    }

    /** The query is for what sits between client and server and drops the body of a DELETE. */
    @RequestMapping(
            path = "/**/multibiometrics/delete",
            method = {RequestMethod.DELETE, RequestMethod.POST})
    @NeedsScope(Scope.MULTIBIOMETRICS_WRITE)
    @Metered("multibiometrics.delete")
    ResponseEntity<byte[]> delete(HttpServletRequest request) throws IOException {
        Caller caller = Access.callerOf(request);
        Optional<CustomId> named =
                QueryText.value(request.getQueryString(), "CustomID").map(CustomId::new);
        try (JsonBody body =
                reader.readOrNothing(request.getContentLengthLong(), request.getInputStream())) {
            if (named.isPresent() && body.value().isEmpty()) {
                return deleted(caller, named.get());
            }
            CustomId id = PersonForm.customId(Envelope.open(body.value(), PersonForm.KEY));
            if (named.isPresent() && !named.get().equals(id)) {
                throw Envelope.invalid("the query names another person than the body");
            }
            return deleted(caller, id);
        }
    }

    private ResponseEntity<byte[]> deleted(Caller caller, CustomId id) {
        Deletion deletion =
                people.delete(caller.tenantId(), caller.keyId(), id)
                        .orElseThrow(PersonRoutes::unknownPerson);
        HttpHeaders headers = new HttpHeaders();
        // why a header: the body is the contract's, byte by byte
        headers.set(RECEIPT, deletion.receipt().toString());
        return answers.ok(DeleteAnswer.of(deletion.person()), headers);
    }

    static Refusal unknownPerson() {
        return new Refusal(ErrorText.PERSON_NOT_FOUND, "nobody of that name is enrolled");
    }
}
