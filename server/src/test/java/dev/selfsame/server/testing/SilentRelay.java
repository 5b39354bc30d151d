package dev.selfsame.server.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between a client and a server of this machine, and can swallow what they say. */
public final class SilentRelay implements AutoCloseable {

    private final ServerSocket entrance;
    private final int port;
    private final List<Pair> pairs = new CopyOnWriteArrayList<>();
    private volatile boolean swallowing;
    private volatile boolean swallowingAnswers;

    /** One connection on both sides. */
    private final class Pair {

        private final Socket client;
        private final Socket server;
        private volatile boolean silent;

        Pair(Socket client, Socket server, boolean silent) {
            this.client = client;
            this.server = server;
            this.silent = silent;
        }

        void carry() {
            Thread.startVirtualThread(() -> carry(client, server));
            Thread.startVirtualThread(() -> carry(server, client));
        }

        private void carry(Socket from, Socket to) {
            byte[] buffer = new byte[8192];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    if (!silent && !(swallowingAnswers && from == server)) {
                        out.write(buffer, 0, n);
                    }
                }
            } catch (IOException _) {
                // the other side has closed it
            }
        }

        void close() throws IOException {
            client.close();
            server.close();
        }
    }

    private SilentRelay(ServerSocket entrance, int port) {
        this.entrance = entrance;
        this.port = port;
    }

    /** A relay to this port of the machine. */
    public static SilentRelay to(int port) {
        try {
            SilentRelay relay =
                    new SilentRelay(
                            new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
            Thread.startVirtualThread(relay::accept);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
                Pair pair = new Pair(client, server, swallowing);
                pairs.add(pair);
                pair.carry();
            }
        } catch (IOException _) {
            // closed
        }
    }

    public String url() {
        return "redis://127.0.0.1:" + entrance.getLocalPort();
    }

    /** From now on nothing gets through, and no connection ends. */
    public void swallowEverything() {
        swallowing = true;
        pairs.forEach(pair -> pair.silent = true);
    }

    /** From now on requests get through, and no answer. */
    public void swallowAnswers() {
        swallowingAnswers = true;
    }

    /** Ends all connections, and swallows nothing of new ones. */
    public void cut() {
        swallowing = false;
        swallowingAnswers = false;
        closeAll();
    }

    /** What was silent stays so. */
    public void letNewConnectionsThrough() {
        swallowing = false;
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        closeAll();
    }

    private void closeAll() {
        try {
            for (Pair pair : pairs) {
                pair.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
