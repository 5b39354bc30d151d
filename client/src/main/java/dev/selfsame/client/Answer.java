package dev.selfsame.client;

import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the server answered. Shares its array.
 *
 * @param status of HTTP
 * @param headers of the answer
 * @param body empty where there was none, or where an error's was too large
 */
record Answer(int status, HttpHeaders headers, byte[] body) {

    private static final int FIRST_SUCCESS = 200;
    private static final int AFTER_SUCCESS = 300;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    static boolean isSuccess(int status) {
        return status >= FIRST_SUCCESS && status < AFTER_SUCCESS;
    }

    /** Whether the server asks for the same again, later; it has not done what was asked. */
    boolean isLater() {
        return status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /**
     * The body as text.
     *
     * @throws SelfsameException if it is not UTF-8
     */
    String text() {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw SelfsameException.unusable("it is not UTF-8");
        }
    }
}
