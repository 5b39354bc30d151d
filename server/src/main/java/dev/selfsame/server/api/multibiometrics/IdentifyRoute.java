package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.server.api.Access;
import dev.selfsame.server.api.Metered;
import dev.selfsame.server.api.NeedsScope;
import dev.selfsame.server.api.UsesWorkers;
import dev.selfsame.server.identification.Identification;
import dev.selfsame.server.identification.SearchOutcome;
import dev.selfsame.server.tenant.Scope;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.Objects;

/** Looks for somebody among all people of the caller's tenant; an extension of ours. */
@RestController
final class IdentifyRoute {

    private final Exchange exchange;
    private final Identification identification;

    IdentifyRoute(Exchange exchange, Identification identification) {
        this.exchange = Objects.requireNonNull(exchange, "exchange");
        this.identification = Objects.requireNonNull(identification, "identification");
    }

    @PostMapping("/**/multibiometrics/identify")
    @NeedsScope(Scope.MULTIBIOMETRICS_READ)
    @Metered("multibiometrics.identify")
    @UsesWorkers
    ResponseEntity<byte[]> identify(HttpServletRequest request) throws IOException {
        String tenant = Access.callerOf(request).tenantId();
        return exchange.answer(
                request,
                IdentifyForm.KEY,
                identify -> {
                    IdentifyForm form = IdentifyForm.of(identify);
                    return switch (identification.search(tenant, form.capture(), form.search())) {
                        case SearchOutcome.Searched searched -> IdentifyAnswer.of(searched);
                        case SearchOutcome.Unusable(var sample) ->
                                throw ErrorTable.unusable(sample);
                    };
                });
    }
}
