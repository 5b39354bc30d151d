package dev.selfsame.server.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Requests of JSON as an attacker or a broken client sends them, the same ones for the same seed.
 */
public final class HostileJson {

    private static final List<String> OPERATIONS =
            List.of(
                    "POST /multibiometrics/enroll Person",
                    "POST /multibiometrics/verify Person",
                    "PUT /multibiometrics/update Person",
                    "DELETE /multibiometrics/delete Person",
                    "POST /multibiometrics/match Match",
                    "POST /multibiometrics/extract Extract",
                    "POST /multibiometrics/wsq_encode Encode",
                    "POST /multibiometrics/decode Decode",
                    "POST /multibiometrics/face_detect Check",
                    "POST /multibiometrics/liveness Spoof",
                    "POST /multibiometrics/anonymizer Check",
                    "POST /quality/check_icao Check",
                    "POST /quality/icao_crop Check",
                    "POST /quality/check_nfiq Check");
    private static final List<String> NAMES =
            List.of(
                    "CustomID",
                    "Face",
                    "Face-1",
                    "Fingers",
                    "Finger-1",
                    "Finger-10",
                    "Finger-11",
                    "Type",
                    "Format",
                    "Artifact",
                    "Artifact_A",
                    "Artifact_B",
                    "Image",
                    "Wsq",
                    "Compression",
                    "PPI",
                    "__proto__",
                    "");
    private static final String PICTURE =
            Base64.getEncoder().encodeToString(Arrays.copyOf(Faces.berta(), 20_000));
    private static final String FINGER = Base64.getEncoder().encodeToString(Fingers.png(3));

    private HostileJson() {}

    /** One request. */
    public record Request(String method, String path, byte[] body) {}

    /** So many requests, over all operations in turn, each made when it is asked for. */
    public static Stream<Request> make(int count, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count).mapToObj(i -> request(i, random));
    }

    private static Request request(int index, Random random) {
        String[] operation = OPERATIONS.get(index % OPERATIONS.size()).split(" ", -1);
        String text =
                random.nextInt(8) == 0
                        ? value(random, 0)
                        : "{\"" + operation[2] + "\":" + members(random, 0) + "}";
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        for (int edits = random.nextInt(5) - 2; edits > 0; edits--) {
            body = edited(body, random);
        }
        return new Request(operation[0], operation[1], body);
    }

    private static String members(Random random, int depth) {
        StringBuilder members = new StringBuilder("{");
        for (int i = random.nextInt(8); i > 0; i--) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            members.append('"').append(name).append("\":").append(value(random, depth + 1));
            members.append(i > 1 ? "," : "");
        }
        return members.append('}').toString();
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 14 : 17)) {
            case 0 -> "null";
            case 1 -> "true";
            case 2 -> "-1.5e" + random.nextInt(2000);
            case 3 -> "1".repeat(1 + random.nextInt(2000));
            case 4 -> "\"FACE\"";
            case 5 -> "\"BIOPASS\"";
            case 6 -> "\"" + PICTURE.substring(0, random.nextInt(PICTURE.length())) + "\"";
            case 7 -> "\"data:image/png;base64," + FINGER + "\"";
            case 8 -> "\"" + "\\u0000\\ud800".repeat(random.nextInt(2000)) + "\"";
            case 9 -> "\"" + "A".repeat(random.nextInt(1_000_000)) + "\"";
            case 10 -> "[".repeat(random.nextInt(100_000));
            case 11 -> "[" + "{},".repeat(random.nextInt(50_000)) + "1]";
            case 12 -> "\"" + "=".repeat(random.nextInt(9000)) + "\"";
            case 13 -> "\"U1NCVAEBAQtT" + "/".repeat(random.nextInt(900)) + "\"";
            case 14 -> "[" + members(random, depth) + "]";
            case 15 -> "[" + value(random, depth + 1) + "," + value(random, depth + 1) + "]";
            default -> members(random, depth);
        };
    }

    private static byte[] edited(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        if (random.nextBoolean()) {
            return Arrays.copyOf(bytes, at);
        }
        byte[] edited = bytes.clone();
        for (int i = at; i < Math.min(bytes.length, at + random.nextInt(16)); i++) {
            edited[i] = (byte) random.nextInt(256);
        }
        return edited;
    }
}
