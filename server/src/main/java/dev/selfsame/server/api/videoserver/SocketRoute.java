package dev.selfsame.server.api.videoserver;

import dev.selfsame.server.api.OpenToAll;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Turns a request into a WebSocket. Open to all: the id of the session is said on the socket. */
@RestController
final class SocketRoute implements AutoCloseable {

    static final String PATH = "/video-server/engine.io";
    private static final String PROTOCOL = "selfsame.capture.v1";

    private final ServerEndpointConfig config;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("capture-clock").daemon().factory());

    SocketRoute(CaptureEndpoint endpoint) {
        Objects.requireNonNull(endpoint, "endpoint");
        config =
                ServerEndpointConfig.Builder.create(CaptureEndpoint.class, PATH)
                        .subprotocols(List.of(PROTOCOL))
                        .configurator(new OneForAll(endpoint))
                        .build();
        var _ = clock.scheduleWithFixedDelay(endpoint::tick, 1, 1, TimeUnit.SECONDS);
    }

    /** Gives every socket the same endpoint, which tells them apart. */
    private static final class OneForAll extends ServerEndpointConfig.Configurator {

        private final Endpoint endpoint;

        OneForAll(Endpoint endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public <T> T getEndpointInstance(Class<T> type) {
            return type.cast(endpoint);
        }

        /** Pages of any origin may capture: nothing on the socket is done on behalf of a cookie. */
        @Override
        public boolean checkOrigin(String origin) {
            return true;
        }
    }

    @GetMapping(PATH)
    @OpenToAll
    void open(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            throw new Problem(
                    ProblemKind.INVALID_REQUEST,
                    "this is a WebSocket; the browser scripts at /video-server know how to talk");
        }
        try {
            container(request).upgradeHttpToWebSocket(request, response, config, Map.of());
        } catch (DeploymentException e) {
            throw new ServletException(e);
        }
    }

    private static ServerContainer container(HttpServletRequest request) {
        Object container =
                request.getServletContext().getAttribute(ServerContainer.class.getName());
        return (ServerContainer) Objects.requireNonNull(container, "no WebSocket container");
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
