package dev.selfsame.server.api.portal;

import dev.selfsame.server.api.WebFiles;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.Objects;

/** Serves the portal's page, to everybody: there is nothing in it but the way to ask. */
@RestController
final class PageRoute {

    // why form-action: without its script the page would send a password in an address
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private final WebFiles files;

    PageRoute(WebFiles files) {
        this.files = Objects.requireNonNull(files, "files");
    }

    @GetMapping("/portal")
    @Entry(Entry.Who.ANYBODY)
    void redirect(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
        // why relative: the server may be behind another name
        response.setHeader("Location", "portal/");
    }

    @GetMapping("/portal/{*path}")
    @Entry(Entry.Who.ANYBODY)
    void page(
            @PathVariable("path") String path,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        // why: a page that opened this one must not hold on to its window
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        String name = path.equals("/") ? "/index.html" : path;
        files.send("portal" + name, request, response);
    }
}
