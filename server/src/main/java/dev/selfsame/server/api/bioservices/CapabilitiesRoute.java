package dev.selfsame.server.api.bioservices;

import dev.selfsame.engine.Engine;
import dev.selfsame.server.api.Access;
import dev.selfsame.server.api.OpenToAll;
import dev.selfsame.server.version.Version;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Objects;

/** Whether the server works, which version it is and which mode it uses. */
@RestController
final class CapabilitiesRoute {

    private final Engine engine;
    private final Access access;
    private final BioServicesOptions options;
    private final Version version;

    CapabilitiesRoute(Engine engine, Access access, BioServicesOptions options, Version version) {
        this.engine = Objects.requireNonNull(engine, "engine");
        this.access = Objects.requireNonNull(access, "access");
        this.options = Objects.requireNonNull(options, "options");
        this.version = Objects.requireNonNull(version, "version");
    }

    @GetMapping(
            path = {"/bioserver-app/v2/capabilities", "/bioserver-app/v2/monitor"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @OpenToAll
    Capabilities capabilities(HttpServletRequest request) {
        if (!options.openCapabilities()) {
            access.requireKey(request);
        }
        return new Capabilities(version.text(), List.of(options.modeOr(engine.currentMode())));
    }
}
