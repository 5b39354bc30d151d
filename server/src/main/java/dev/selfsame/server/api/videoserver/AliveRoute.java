package dev.selfsame.server.api.videoserver;

import dev.selfsame.server.api.Access;
import dev.selfsame.server.api.OpenToAll;
import dev.selfsame.server.version.Version;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Objects;

/** Says which version is running. */
@RestController
final class AliveRoute {

    private final Access access;
    private final VideoCapabilities capabilities;

    AliveRoute(Access access, Version version) {
        this.access = Objects.requireNonNull(access, "access");
        capabilities = new VideoCapabilities(version.text());
    }

    @GetMapping("/video-server/v2/capabilities")
    @OpenToAll
    VideoCapabilities capabilities(HttpServletRequest request) {
        access.requireKey(request);
        return capabilities;
    }

    /** As old clients ask, without a key. */
    @GetMapping("/video-server/v2/monitor")
    @OpenToAll
    VideoCapabilities monitor() {
        return capabilities;
    }
}
