package dev.selfsame.server.api.videoserver;

import dev.selfsame.server.api.OpenToAll;
import dev.selfsame.server.api.WebFiles;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.Objects;

/** Serves the scripts of the browser, which pages of any origin may load, and our own page. */
@RestController
final class WebRoute {

    private static final String PAGE_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " img-src 'self' blob: data:; media-src 'self' blob:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    private final WebFiles files;

    WebRoute(WebFiles files) {
        this.files = Objects.requireNonNull(files, "files");
    }

    @GetMapping({
        "/video-server/{name:[A-Za-z0-9-]+\\.js}",
        "/video-server/{name:[A-Za-z0-9-]+\\.d\\.ts}"
    })
    @OpenToAll
    void script(
            @PathVariable("name") String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Strangers.allow(response);
        files.send("video-server/" + name, request, response);
    }

    @GetMapping("/capture")
    @OpenToAll
    void redirect(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
        // why relative: the server may be behind another name
        response.setHeader("Location", "capture/");
    }

    @GetMapping("/capture/{*path}")
    @OpenToAll
    void page(
            @PathVariable("path") String path,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setHeader("Content-Security-Policy", PAGE_POLICY);
        response.setHeader("Permissions-Policy", "camera=(self), microphone=(), geolocation=()");
        String name = path.equals("/") ? "/index.html" : path;
        files.send("capture" + name, request, response);
    }
}
