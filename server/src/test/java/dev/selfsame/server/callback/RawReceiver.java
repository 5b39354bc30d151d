package dev.selfsame.server.callback;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A receiver that writes what it likes, or nothing. */
final class RawReceiver implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final ServerSocket server;
    private final Script script;
    private final BlockingQueue<Boolean> begun = new LinkedBlockingQueue<>();
    private final BlockingQueue<Boolean> ended = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** What it does once somebody is connected. */
    interface Script {

        void play(InputStream in, OutputStream out, CountDownLatch closed)
                throws IOException, InterruptedException;
    }

    RawReceiver(Script script) {
        this.script = script;
        try {
            server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Takes connections and never says a word. */
    static RawReceiver silent() {
        return new RawReceiver((_, _, closed) -> closed.await());
    }

    /** Writes this and ends the connection. */
    static RawReceiver saying(byte[] answer) {
        return new RawReceiver(
                (in, out, _) -> {
                    in.read();
                    out.write(answer);
                    out.flush();
                });
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/callback?secret=query");
    }

    URI address(String scheme, String host) {
        return URI.create(scheme + "://" + host + ":" + server.getLocalPort() + "/callback");
    }

    void awaitConnection() throws InterruptedException {
        await(begun);
    }

    /** Waits until a script came to its end, as the other side hung up. */
    void awaitHangingUp() throws InterruptedException {
        await(ended);
    }

    private static void await(BlockingQueue<Boolean> queue) throws InterruptedException {
        if (queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) == null) {
            throw new AssertionError("it did not happen");
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> play(socket));
            } catch (IOException _) {
                // why: it was closed
                return;
            }
        }
    }

    private void play(Socket socket) {
        begun.add(true);
        try (socket) {
            script.play(socket.getInputStream(), socket.getOutputStream(), closed);
        } catch (IOException _) {
            // why: the other side hung up, as it should
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            ended.add(true);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
