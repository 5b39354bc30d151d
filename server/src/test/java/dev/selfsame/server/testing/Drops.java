package dev.selfsame.server.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A client that sends byte by byte and is never silent for long, until the server has enough of it.
 */
public final class Drops {

    private static final int PAUSE_MILLIS = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Drops() {}

    /**
     * How it ended.
     *
     * @param took from the first drop on
     * @param answer what came back, in Latin-1
     */
    public record End(Duration took, String answer) {}

    /**
     * Sends the beginning at once, then drops, until the server closes the connection.
     *
     * @param drop sent again and again
     * @throws IllegalStateException if the server takes them for ever
     */
    public static End send(URI address, byte[] beginning, byte[] drop) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        long began = System.nanoTime();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            // why: the time that a read may wait is the pause between two drops
            socket.setSoTimeout(PAUSE_MILLIS);
            socket.getOutputStream().write(beginning);
            while (isOpen(socket, answer)) {
                socket.getOutputStream().write(drop);
                if (System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw new IllegalStateException("still open after " + PATIENCE);
                }
            }
        } catch (IOException e) {
            // why: a reset is an end as well
            answer.writeBytes(new byte[0]);
        }
        return new End(
                Duration.ofNanos(System.nanoTime() - began),
                answer.toString(StandardCharsets.ISO_8859_1));
    }

    private static boolean isOpen(Socket socket, ByteArrayOutputStream answer) throws IOException {
        try {
            int next;
            while ((next = socket.getInputStream().read()) >= 0) {
                answer.write(next);
            }
            return false;
        } catch (SocketTimeoutException _) {
            return true;
        }
    }
}
