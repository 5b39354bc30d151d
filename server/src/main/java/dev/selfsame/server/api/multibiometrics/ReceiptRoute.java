package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.server.api.Access;
import dev.selfsame.server.api.Metered;
import dev.selfsame.server.api.NeedsScope;
import dev.selfsame.server.api.WireId;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.receipt.ReceiptStore;
import dev.selfsame.server.receipt.ReceiptText;
import dev.selfsame.server.tenant.Scope;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.Objects;

/** Hands out receipts of deletions to the tenant whose they are; an extension of ours. */
@RestController
final class ReceiptRoute {

    private final Answers answers;
    private final ReceiptStore receipts;

    ReceiptRoute(Answers answers, ReceiptStore receipts) {
        this.answers = Objects.requireNonNull(answers, "answers");
        this.receipts = Objects.requireNonNull(receipts, "receipts");
    }

    @GetMapping("/**/multibiometrics/receipt")
    @NeedsScope({Scope.MULTIBIOMETRICS_WRITE, Scope.MULTIBIOMETRICS_READ})
    @Metered("multibiometrics.receipt")
    ResponseEntity<byte[]> receipt(
            @RequestParam(name = "ID", defaultValue = "") String id, HttpServletRequest request) {
        String tenant = Access.callerOf(request).tenantId();
        return receipts.find(WireId.receipt(id))
                // why one answer for both: whose receipt it is concerns nobody else
                .filter(receipt -> receipt.tenantId().equals(tenant))
                .map(receipt -> answers.signed(ReceiptText.document(receipt)))
                .orElseThrow(
                        () ->
                                new Problem(
                                        ProblemKind.NOT_FOUND,
                                        "there is no such receipt; take the ID from the header"
                                                + " Selfsame-Receipt of the deletion"));
    }
}
