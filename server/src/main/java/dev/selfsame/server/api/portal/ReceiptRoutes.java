package dev.selfsame.server.api.portal;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.selfsame.server.api.WireId;
import dev.selfsame.server.json.JsonForm;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.receipt.Receipt;
import dev.selfsame.server.receipt.ReceiptQuery;
import dev.selfsame.server.receipt.ReceiptStore;
import dev.selfsame.server.receipt.ReceiptText;
import dev.selfsame.server.receipt.StoredReceipt;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Signed receipts of deletions. Like the audit trail, the tenant is asked for in the query:
 * receipts outlive their tenant.
 */
@RestController
final class ReceiptRoutes {

    private static final Pattern SUBJECT = Pattern.compile("([0-9a-f]{32})?");

    private final ReceiptStore receipts;

    /** Receipts, the latest first. */
    record ReceiptList(@JsonProperty("receipts") List<WireReceipt> receipts) {}

    /** A receipt without its signature. */
    record WireReceipt(
            @JsonProperty("id") String id,
            @JsonProperty("deleted") String deleted,
            @JsonProperty("tenant") String tenant,
            @JsonProperty("subject") @Nullable String subject,
            @JsonProperty("reason") String reason,
            @JsonProperty("people") long people,
            @JsonProperty("faces") long faces,
            @JsonProperty("fingers") long fingers,
            @JsonProperty("consents") long consents,
            @JsonProperty("kid") String kid) {
        static WireReceipt of(StoredReceipt stored) {
            Receipt receipt = ReceiptText.read(stored);
            return new WireReceipt(
                    receipt.id().toString(),
                    receipt.deleted().toString(),
                    receipt.tenantId(),
                    receipt.subject(),
                    receipt.reason().id(),
                    receipt.erased().people(),
                    receipt.erased().faces(),
                    receipt.erased().fingers(),
                    receipt.erased().consents(),
                    ReceiptText.kid(stored));
        }
    }

    ReceiptRoutes(ReceiptStore receipts) {
        this.receipts = Objects.requireNonNull(receipts, "receipts");
    }

    @GetMapping("/portal/api/receipts")
    @Entry(Entry.Who.SIGNED_IN)
    ReceiptList list(
            @RequestParam(name = "tenant", required = false) @Nullable String tenant,
            @RequestParam(name = "subject", defaultValue = "") String subject,
            @RequestParam(name = "limit", defaultValue = "") String limit,
            HttpServletRequest request) {
        String seen = Visitor.of(request).tenant(tenant);
        if (!SUBJECT.matcher(subject).matches()) {
            throw JsonForm.invalid(
                    "subject: expected the 32 digits 0-9 and a-f of a receipt or an audit entry");
        }
        ReceiptQuery query =
                new ReceiptQuery(seen, subject.isEmpty() ? null : subject, ListLimit.of(limit));
        return new ReceiptList(receipts.list(query).stream().map(WireReceipt::of).toList());
    }

    @GetMapping("/portal/api/receipts/{receipt}")
    @Entry(Entry.Who.SIGNED_IN)
    ResponseEntity<byte[]> download(
            @PathVariable("receipt") String id, HttpServletRequest request) {
        Visitor visitor = Visitor.of(request);
        StoredReceipt receipt =
                receipts.find(WireId.receipt(id))
                        // why here: the path names no tenant that the gate could compare
                        .filter(it -> visitor.user().sees(it.tenantId()))
                        .orElseThrow(
                                () ->
                                        new Problem(
                                                ProblemKind.NOT_FOUND, "there is no such receipt"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"receipt-" + receipt.id() + ".json\"")
                .body(ReceiptText.document(receipt));
    }
}
