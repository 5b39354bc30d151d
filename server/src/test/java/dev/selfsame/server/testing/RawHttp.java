package dev.selfsame.server.testing;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Bytes over a socket, for requests that no HTTP client would send. */
public final class RawHttp {

    private static final int PATIENCE_MILLIS = 30_000;

    private RawHttp() {}

    /** An answer with a Content-Length or one that ends with its connection. */
    public record Answer(int status, String headers, String body) {}

    /** Sends text in Latin-1 and reads until the server closes the connection. */
    public static Answer exchange(URI address, String request) throws IOException {
        return parse(text(address, request));
    }

    /** Everything that comes back, whatever it is. */
    public static String text(URI address, String request) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            byte[] bytes = socket.getInputStream().readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static Answer parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (!text.startsWith("HTTP/1.1 ") || end < 0) {
            throw new IllegalStateException("no HTTP answer: " + text);
        }
        int status = Integer.parseInt(text.substring(9, 12));
        return new Answer(status, text.substring(0, end), text.substring(end + 4));
    }
}
