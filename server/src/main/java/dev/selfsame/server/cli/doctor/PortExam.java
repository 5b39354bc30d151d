package dev.selfsame.server.cli.doctor;

import dev.selfsame.server.Settings;
import dev.selfsame.server.datadir.DataDirectory;
import dev.selfsame.server.datadir.DirectoryLock;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Whether a server can listen, or listens already; at the port without TLS as well, if one is set.
 */
final class PortExam {

    private static final String MAIN = "port";
    private static final String PLAIN = "plain port";

    private final Settings settings;
    private final DataDirectory data;

    PortExam(Settings settings, DataDirectory data) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.data = Objects.requireNonNull(data, "data");
    }

    List<Finding> examine() {
        String host = settings.host();
        if (new InetSocketAddress(host, settings.port()).isUnresolved()) {
            return List.of(
                    Finding.failed(
                            MAIN,
                            host + " is no address",
                            "correct selfsame.host: 127.0.0.1 for this machine alone, 0.0.0.0 for"
                                    + " all"));
        }
        boolean isRunning = isRunning();
        Finding main = look(MAIN, settings.port(), "--port or selfsame.port", isRunning);
        Integer plain = settings.tls().plainPort();
        return plain == null ? List.of(main) : List.of(main, lookAtPlain(plain, isRunning));
    }

    private Finding lookAtPlain(int port, boolean isRunning) {
        return port != 0 && port == settings.port()
                ? Finding.failed(
                        PLAIN,
                        "port " + port + " is the one with TLS as well",
                        "choose another one (selfsame.tls.plain-port), or none")
                : look(PLAIN, port, "selfsame.tls.plain-port", isRunning);
    }

    private Finding look(String subject, int port, String setting, boolean isRunning) {
        String place = settings.host() + ", port " + (port == 0 ? "any" : port);
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(settings.host(), port));
            return Finding.ok(
                    subject,
                    place
                            + " is free"
                            + (isRunning
                                    ? "; a server runs on this data directory elsewhere"
                                    : ""));
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            if (!why.toLowerCase(Locale.ROOT).contains("in use")) {
                return Finding.failed(
                        subject,
                        "cannot listen at " + place + ": " + why,
                        "choose an address of this machine (selfsame.host) and a port above 1023"
                                + " ("
                                + setting
                                + ")");
            }
            return isRunning
                    ? Finding.ok(
                            subject, place + " is in use, and a server runs on this data directory")
                    : Finding.failed(
                            subject,
                            place + " is in use by another program",
                            "stop that one, or choose another port (" + setting + ")");
        }
    }

    private boolean isRunning() {
        try {
            return DirectoryLock.isTaken(data);
        } catch (IOException _) {
            return false;
        }
    }
}
