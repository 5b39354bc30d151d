package dev.selfsame.server.api.status;

import dev.selfsame.server.api.OpenToAll;
import dev.selfsame.server.api.WebFiles;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.status.StatusBoard;
import dev.selfsame.server.status.StatusOptions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.Objects;

/** Tells everybody whether the service works. */
@RestController
final class StatusRoute {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";
    private static final String KEEP = "public, max-age=" + StatusBoard.AGE.toSeconds();

    private final StatusOptions options;
    private final StatusTexts texts;
    private final WebFiles files;

    StatusRoute(StatusOptions options, StatusTexts texts, WebFiles files) {
        this.options = Objects.requireNonNull(options, "options");
        this.texts = Objects.requireNonNull(texts, "texts");
        this.files = Objects.requireNonNull(files, "files");
    }

    @GetMapping("/status")
    @OpenToAll
    void page(HttpServletResponse response) throws IOException {
        check();
        response.setHeader("Content-Security-Policy", POLICY);
        send(texts.page(), "text/html; charset=utf-8", response);
    }

    @GetMapping("/status.json")
    @OpenToAll
    void answer(HttpServletResponse response) throws IOException {
        check();
        send(texts.answer(), "application/json", response);
    }

    @GetMapping("/status/")
    @OpenToAll
    void redirect(HttpServletResponse response) {
        check();
        response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
        // why relative: the server may be behind another name
        response.setHeader("Location", "../status");
    }

    /** Style sheets and the sign of the page. */
    @GetMapping("/status/{name}")
    @OpenToAll
    void file(
            @PathVariable("name") String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        check();
        files.send("status/" + name, request, response);
    }

    private void check() {
        if (!options.enabled()) {
            throw new Problem(
                    ProblemKind.NOT_FOUND, "the status page is switched off on this server");
        }
    }

    private static void send(byte[] body, String mediaType, HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Control", KEEP);
        response.setContentType(mediaType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
