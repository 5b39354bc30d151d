package dev.selfsame.server.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A request whose route waits for its body: the server has said that it reads, nothing was sent.
 */
public final class UnfinishedRequest implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final String CONTINUE = "HTTP/1.1 100 \r\n\r\n";

    private final Socket socket;
    private final byte[] body;

    private UnfinishedRequest(Socket socket, byte[] body) {
        this.socket = socket;
        this.body = body;
    }

    /** Sends the head of a POST and returns when its route asks for the body. */
    public static UnfinishedRequest post(
            URI address, String path, String apiKey, MultipartBody body) throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        byte[] bytes = body.bytes();
        String head =
                ("POST %s HTTP/1.1\r\nHost: x\r\napikey: %s\r\nContent-Type: %s\r\n"
                                + "Content-Length: %d\r\nExpect: 100-continue\r\n\r\n")
                        .formatted(path, apiKey, body.contentType(), bytes.length);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        String interim = new String(in.readNBytes(CONTINUE.length()), StandardCharsets.US_ASCII);
        if (!interim.equals(CONTINUE)) {
            socket.close();
            throw new IllegalStateException("no request for the body: " + interim);
        }
        return new UnfinishedRequest(socket, bytes);
    }

    /** Sends the body and answers with everything that comes back. */
    public String finish() throws IOException {
        socket.getOutputStream().write(body);
        socket.shutdownOutput();
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
