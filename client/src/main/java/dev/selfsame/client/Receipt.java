package dev.selfsame.client;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What a signed receipt of a deletion says. It names nobody: whose it is, whoever asked for the
 * deletion has to write down beside it. Keep the text, {@link Signed#json}, as evidence.
 *
 * @param type tells receipts from all else that the same keys sign; always {@value #TYPE}
 * @param id names it
 * @param tenant whose data it was
 * @param subject the person, as in the server's audit trail, by a keyed hash; null for a whole
 *     tenant
 * @param reason why
 * @param deleted when
 * @param people how many people were deleted
 * @param faces templates of faces that went with them
 * @param fingers templates of fingers
 * @param consents records of consent
 * @param pictures 0, as none is ever kept of people
 */
public record Receipt(
        @JsonProperty(required = true) String type,
        @JsonProperty(required = true) UUID id,
        @JsonProperty(required = true) String tenant,
        @Nullable String subject,
        @JsonProperty(required = true) Reason reason,
        @JsonProperty(required = true) Instant deleted,
        @JsonProperty(required = true) long people,
        @JsonProperty(required = true) long faces,
        @JsonProperty(required = true) long fingers,
        @JsonProperty(required = true) long consents,
        @JsonProperty(required = true) long pictures) {

    /** What a text says that is a receipt. */
    public static final String TYPE = "selfsame-deletion-receipt-1";

    /** Checks that it is one, and that all is there. */
    public Receipt {
        if (!TYPE.equals(type)) {
            throw new IllegalArgumentException(
                    "type: not that of a receipt (expected: " + TYPE + ")");
        }
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(deleted, "deleted");
        if (people < 0 || faces < 0 || fingers < 0 || consents < 0 || pictures < 0) {
            throw new IllegalArgumentException("a negative count (expected: 0 or more)");
        }
    }

    /** Why somebody was deleted. */
    public enum Reason {
        /** An API key asked for it. */
        @JsonProperty("request")
        REQUEST,
        /** By a rule: the person was not used for as long as the tenant keeps people. */
        @JsonProperty("unused")
        UNUSED,
        /** By a rule: the consent on record had expired or was withdrawn. */
        @JsonProperty("consent-ended")
        CONSENT_ENDED,
        /** The whole tenant was deleted. */
        @JsonProperty("tenant-deleted")
        TENANT_DELETED
    }

    /**
     * A receipt whose text was kept, to be verified by {@link SignedAnswers}.
     *
     * @throws SelfsameException if the text is none
     */
    public static Signed<Receipt> parse(String json) {
        return new Signed<>(WireJson.read(json, Receipt.class), json);
    }
}
