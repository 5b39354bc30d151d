package dev.selfsame.server.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Bodies of parts as an attacker or a broken client sends them, the same ones for the same seed.
 */
public final class HostileBodies {

    private static final List<String> CONTENT_TYPES =
            List.of(
                    "multipart/form-data; boundary=b",
                    "multipart/mixed; boundary=b",
                    "multipart/mixed; boundary=\"b\"",
                    "multipart/form-data; boundary=b; charset=utf-16",
                    "multipart/form-data",
                    "multipart/mixed; boundary=\"",
                    "multipart/mixed; boundary=a",
                    "multipart/related; boundary=b",
                    "text/plain");

    private HostileBodies() {}

    /** One request. */
    public record Body(String contentType, byte[] bytes) {}

    /** So many bodies. */
    public static List<Body> make(int count, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count).mapToObj(i -> body(random)).toList();
    }

    private static Body body(Random random) {
        // why: most with a type that is read, or the parser would see little
        int type = random.nextInt(4) > 0 ? random.nextInt(3) : random.nextInt(CONTENT_TYPES.size());
        byte[] bytes = assembled(random);
        for (int edits = random.nextInt(4); edits > 0; edits--) {
            bytes = edited(bytes, random);
        }
        return new Body(CONTENT_TYPES.get(type), bytes);
    }

    private static byte[] assembled(Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int parts = random.nextInt(8); parts > 0; parts--) {
            text(out, "--b\r\n");
            for (int headers = random.nextInt(4); headers > 0; headers--) {
                text(out, header(random) + "\r\n");
            }
            text(out, "\r\n");
            out.writeBytes(content(random));
            text(out, "\r\n");
        }
        text(out, random.nextInt(3) > 0 ? "--b--\r\n" : "");
        return out.toByteArray();
    }

    private static String header(Random random) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> "Content-Disposition: form-data; name=\"" + name(random) + "\"";
            case 3, 4 -> "Content-Disposition: attachment; name=" + name(random);
            case 5 -> "Content-Disposition: form-data; name=\"" + "n".repeat(random.nextInt(9_000));
            case 6 -> "Content-Type: multipart/mixed; boundary=b";
            case 7 -> "Content-Type: message/rfc822";
            case 8 ->
                    "Content-Transfer-Encoding: "
                            + (random.nextBoolean() ? "base64" : "quoted-printable");
            case 9 ->
                    "Content-Type: text/plain; charset="
                            + (random.nextBoolean() ? "utf-7" : "x-none");
            case 10 -> "X: " + "x".repeat(random.nextInt(20_000));
            default -> "no colon here";
        };
    }

    private static String name(Random random) {
        List<String> names =
                List.of(
                        "referenceImage",
                        "candidateImage",
                        "referenceImageType",
                        "candidateImageType",
                        "imageRotationEnabled",
                        "correlationId",
                        "../../etc/passwd",
                        "");
        return names.get(random.nextInt(names.size()));
    }

    private static byte[] content(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "SELFIE".getBytes(StandardCharsets.UTF_8);
            case 1 -> new byte[0];
            case 2 -> Arrays.copyOf(Faces.berta(), random.nextInt(40_000));
            case 3 -> random(random, random.nextInt(200_000));
            case 4 -> "\r\n".repeat(random.nextInt(50_000)).getBytes(StandardCharsets.UTF_8);
            default -> "--b".repeat(random.nextInt(1_000)).getBytes(StandardCharsets.UTF_8);
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
        for (int i = at; i < Math.min(bytes.length, at + random.nextInt(64)); i++) {
            edited[i] = (byte) random.nextInt(256);
        }
        return edited;
    }

    private static byte[] random(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
