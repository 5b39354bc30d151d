package dev.selfsame.server.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to another server that can be cut. */
public final class Relay implements AutoCloseable {

    private final ServerSocket door;
    private final URI target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    /** Makes a way to a server of this machine. */
    public Relay(URI target) throws IOException {
        this.target = target;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Where it begins. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** Breaks all connections, and every new one as soon as it is made. */
    public void cut() {
        cut = true;
        open.forEach(Relay::shut);
    }

    /** Undoes {@link #cut}. */
    public void mend() {
        cut = false;
    }

    private void accept() {
        try {
            while (true) {
                Socket here = door.accept();
                if (cut) {
                    shut(here);
                } else {
                    join(here, new Socket(target.getHost(), target.getPort()));
                }
            }
        } catch (IOException _) {
            open.forEach(Relay::shut);
        }
    }

    private void join(Socket here, Socket there) {
        open.add(here);
        open.add(there);
        Thread.ofVirtual().start(() -> pump(here, there));
        Thread.ofVirtual().start(() -> pump(there, here));
        if (cut) {
            // why: it may have been cut before the two were in the set
            shut(here);
            shut(there);
        }
    }

    private void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // one side has gone away, or the way was cut: nothing more to carry
        }
        shut(from);
        shut(to);
        open.remove(from);
        open.remove(to);
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(Relay::shut);
    }
}
