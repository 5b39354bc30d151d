package dev.selfsame.server.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.receipt.Erased;
import dev.selfsame.server.receipt.ErasureReason;
import dev.selfsame.server.receipt.ReceiptText;
import dev.selfsame.server.receipt.Receipts;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeSet;

/** Receipts are written by no record of an API, so they are compared as they are. */
@ExtendWith(ServerExtension.class)
final class ReceiptDescribedTest {

    @Test
    void membersAndReasonsAreThoseOfTheServer(RunningServer server) {
        ApiDocument document = ApiDocument.of("multibiometrics");
        JsonNode schema = document.schemas().get("Receipt");
        String text =
                new String(
                        ReceiptText.document(
                                server.part(Receipts.class)
                                        .make(
                                                "acme",
                                                ErasureReason.REQUEST,
                                                "ab".repeat(16),
                                                new Erased(1, 1, 2, 0))),
                        StandardCharsets.UTF_8);

        JsonNode receipt = ApiDocument.JSON.readTree(text);

        assertThat(new StrictSchemas(document).faults(schema, receipt)).isEmpty();
        assertThat(new TreeSet<>(schema.get("properties").propertyNames()))
                .isEqualTo(new TreeSet<>(receipt.propertyNames()));
        assertThat(
                        schema.at("/properties/reason/enum")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList())
                .isEqualTo(Arrays.stream(ErasureReason.values()).map(ErasureReason::id).toList());
    }
}
