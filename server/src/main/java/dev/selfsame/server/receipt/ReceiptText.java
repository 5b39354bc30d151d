package dev.selfsame.server.receipt;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Receipts as the JSON that is signed, and back. */
public final class ReceiptText {

    /** Tells a receipt from all else that the same keys sign. */
    static final String TYPE = "selfsame-deletion-receipt-1";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReceiptText() {}

    /** What is signed. */
    static byte[] payload(Receipt receipt) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", TYPE);
        members.put("id", receipt.id().toString());
        members.put("tenant", receipt.tenantId());
        if (receipt.subject() != null) {
            members.put("subject", receipt.subject());
        }
        members.put("reason", receipt.reason().id());
        members.put("deleted", receipt.deleted().toString());
        members.put("people", receipt.erased().people());
        members.put("faces", receipt.erased().faces());
        members.put("fingers", receipt.erased().fingers());
        members.put("consents", receipt.erased().consents());
        // why stated: whoever reads it wants to know, and there never are any
        members.put("pictures", 0);
        return JSON.writeValueAsBytes(members);
    }

    /** What a receipt says. */
    public static Receipt read(StoredReceipt stored) {
        JsonNode payload = JSON.readTree(payload(stored));
        if (!TYPE.equals(payload.path("type").asString(""))) {
            throw new IllegalStateException("the receipt " + stored.id() + " is no receipt");
        }
        return new Receipt(
                UUID.fromString(payload.get("id").stringValue()),
                payload.get("tenant").stringValue(),
                payload.has("subject") ? payload.get("subject").stringValue() : null,
                ErasureReason.of(payload.get("reason").stringValue()),
                Instant.parse(payload.get("deleted").stringValue()),
                new Erased(
                        payload.get("people").longValue(),
                        payload.get("faces").longValue(),
                        payload.get("fingers").longValue(),
                        payload.get("consents").longValue()));
    }

    /** The key that signed it. */
    public static String kid(StoredReceipt stored) {
        return JSON.readTree(part(stored, 0)).get("kid").stringValue();
    }

    /**
     * What is handed out: the signed object with the signature as its last member, as in signed
     * answers of the APIs, so that whoever takes that member away again has the signed bytes.
     */
    public static byte[] document(StoredReceipt stored) {
        String payload = new String(payload(stored), StandardCharsets.UTF_8);
        return (payload.substring(0, payload.length() - 1)
                        + ",\"signature\":\""
                        + stored.jws()
                        + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] payload(StoredReceipt stored) {
        return part(stored, 1);
    }

    private static byte[] part(StoredReceipt stored, int number) {
        String[] parts = Objects.requireNonNull(stored, "stored").jws().split("\\.", -1);
        return Base64.getUrlDecoder().decode(parts[number]);
    }
}
