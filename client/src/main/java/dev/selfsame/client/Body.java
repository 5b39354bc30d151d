package dev.selfsame.client;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * The body of a request, to be sent as often as needed.
 *
 * @param contentType as in the header
 * @param publisher sends it
 */
record Body(String contentType, BodyPublisher publisher) {

    static Body json(byte[] json) {
        return new Body("application/json", BodyPublishers.ofByteArray(json));
    }
}
