package dev.selfsame.server.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.status.PartState;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Arrays;
import java.util.List;

/** What a server says of itself is what the description says, to the last member. */
@ExtendWith(ServerExtension.class)
final class StatusDescribedTest {

    @Test
    void theAnswerIsTheOneThatIsDescribed(RunningServer server) {
        ApiDocument document = ApiDocument.of("status");
        StrictSchemas schemas = new StrictSchemas(document);
        JsonNode schema = document.schemas().get("StatusAnswer");
        JsonNode answer = ApiDocument.JSON.readTree(server.get("/status.json").body());

        assertThat(schemas.faults(schema, answer)).isEmpty();
        ((ObjectNode) answer.at("/apis/0/all")).put("requests", 1);
        assertThat(schemas.faults(schema, answer)).isNotEmpty();
    }

    @Test
    void statesAreThoseOfTheServer() {
        JsonNode schemas = ApiDocument.of("status").schemas();
        List<String> states = Arrays.stream(PartState.values()).map(PartState::id).toList();

        for (String schema : List.of("StatusAnswer", "Part")) {
            assertThat(
                            schemas.get(schema)
                                    .at("/properties/state/enum")
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .toList())
                    .isEqualTo(states);
        }
    }
}
