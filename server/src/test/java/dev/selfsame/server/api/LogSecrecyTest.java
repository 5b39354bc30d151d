package dev.selfsame.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.MultipartBody;
import dev.selfsame.server.testing.RunningServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

final class LogSecrecyTest {

    private static final String PATH = "/bioserver-app/v2/match/images";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir private Path data;

    @Test
    void theLogIsJsonAndHoldsNeitherKeysNorPictures() throws IOException {
        String key;
        String refused;
        try (RunningServer server =
                RunningServer.start(data, Map.of("logging.level.dev.selfsame", "debug"))) {
            key = server.apiKey();
            server.post(PATH, MultipartBody.match(Faces.anna(), Faces.berta()));
            server.post(PATH, MultipartBody.match(Faces.nobody(), Faces.berta()));
            server.get("/bioserver-app/v2/capabilities?secret=query", "apikey", key + "x");
            HttpResponse<String> answer = server.post(PATH, MultipartBody.formData());
            refused = JSON.readTree(answer.body()).get("id").stringValue();
        }
        String log = Files.readString(data.resolve("logs/selfsame.log"));

        assertThat(log.lines())
                .allSatisfy(line -> assertThat(JSON.readTree(line).isObject()).isTrue());
        assertThat(log).doesNotContain(secret(key), "secret=query", encodedPieceOf(Faces.berta()));
        assertThat(log.getBytes(StandardCharsets.ISO_8859_1)).doesNotContain(0xFF, 0xD8, 0xFF);
        JsonNode line = lineWith(log, refused, "request");
        assertThat(line.toString())
                .contains("\"path\":\"" + PATH, "\"status\":400", "\"tenant\":\"default\"");
    }

    private static JsonNode lineWith(String log, String requestId, String message) {
        return log.lines()
                .map(JSON::readTree)
                .filter(line -> line.toString().contains(requestId))
                .filter(line -> line.get("message").stringValue().equals(message))
                .findFirst()
                .orElseThrow();
    }

    private static String secret(String key) {
        return key.substring(key.lastIndexOf('_') + 1);
    }

    private static String encodedPieceOf(byte[] picture) {
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(picture, 0, 30));
    }
}
