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

/** Whether a server can listen, or listens already. */
final class PortExam {

    private static final String SUBJECT = "port";

    private final Settings settings;
    private final DataDirectory data;

    PortExam(Settings settings, DataDirectory data) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.data = Objects.requireNonNull(data, "data");
    }

    List<Finding> examine() {
        return List.of(look());
    }

    private Finding look() {
        int port = settings.port();
        InetSocketAddress address = new InetSocketAddress(settings.host(), port);
        String place = settings.host() + ", port " + (port == 0 ? "any" : port);
        if (address.isUnresolved()) {
            return Finding.failed(
                    SUBJECT,
                    settings.host() + " is no address",
                    "correct selfsame.host: 127.0.0.1 for this machine alone, 0.0.0.0 for all");
        }
        boolean isRunning = isRunning();
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return Finding.ok(
                    SUBJECT,
                    place
                            + " is free"
                            + (isRunning
                                    ? "; a server runs on this data directory elsewhere"
                                    : ""));
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            if (why.toLowerCase(Locale.ROOT).contains("in use")) {
                return inUse(place, isRunning);
            }
            return Finding.failed(
                    SUBJECT,
                    "cannot listen at " + place + ": " + why,
                    "choose an address of this machine (selfsame.host) and a port above 1023"
                            + " (selfsame.port)");
        }
    }

    private static Finding inUse(String place, boolean isRunning) {
        return isRunning
                ? Finding.ok(
                        SUBJECT, place + " is in use, and a server runs on this data directory")
                : Finding.failed(
                        SUBJECT,
                        place + " is in use by another program",
                        "stop that one, or choose another port (--port or selfsame.port)");
    }

    private boolean isRunning() {
        try {
            return DirectoryLock.isTaken(data);
        } catch (IOException _) {
            return false;
        }
    }
}
