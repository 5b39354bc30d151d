package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.server.api.Access;
import dev.selfsame.server.api.Metered;
import dev.selfsame.server.api.NeedsScope;
import dev.selfsame.server.person.PersonConsents;
import dev.selfsame.server.person.PersonConsents.Answer;
import dev.selfsame.server.tenant.Caller;
import dev.selfsame.server.tenant.Scope;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.Objects;

/** Reads and replaces records of consent of people who are enrolled; an extension of ours. */
@RestController
final class ConsentRoutes {

    private final Exchange exchange;
    private final PersonConsents consents;

    ConsentRoutes(Exchange exchange, PersonConsents consents) {
        this.exchange = Objects.requireNonNull(exchange, "exchange");
        this.consents = Objects.requireNonNull(consents, "consents");
    }

    @PostMapping("/**/multibiometrics/consent")
    @NeedsScope(Scope.MULTIBIOMETRICS_READ)
    @Metered("multibiometrics.consent")
    ResponseEntity<byte[]> read(HttpServletRequest request) throws IOException {
        Caller caller = Access.callerOf(request);
        return exchange.answer(
                request,
                PersonForm.KEY,
                person -> wire(consents.read(caller.tenantId(), PersonForm.customId(person))));
    }

    /** What has to be possible without a picture: above all to write down a withdrawal. */
    @PutMapping("/**/multibiometrics/consent")
    @NeedsScope(Scope.MULTIBIOMETRICS_WRITE)
    @Metered("multibiometrics.set-consent")
    ResponseEntity<byte[]> replace(HttpServletRequest request) throws IOException {
        Caller caller = Access.callerOf(request);
        return exchange.answer(
                request,
                PersonForm.KEY,
                person -> {
                    ConsentUpdateForm form = ConsentUpdateForm.of(person);
                    return wire(
                            consents.replace(
                                    caller.tenantId(), caller.keyId(), form.id(), form.consent()));
                });
    }

    private static ConsentAnswer wire(Answer answer) {
        return switch (answer) {
            case Answer.Recorded(var id, var consent) -> ConsentAnswer.of(id, consent);
            case Answer.NothingRecorded(var id) -> ConsentAnswer.of(id, null);
            case Answer.UnknownPerson() -> throw PersonRoutes.unknownPerson();
        };
    }
}
