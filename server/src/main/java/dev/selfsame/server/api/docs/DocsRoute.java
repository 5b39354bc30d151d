package dev.selfsame.server.api.docs;

import dev.selfsame.server.api.OpenToAll;
import dev.selfsame.server.api.WebFiles;
import dev.selfsame.server.licence.LicenceReport;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Serves the reference, its documents, the collection and the guide to everybody. */
@RestController
final class DocsRoute {

    // why images as data: the page's own signs are drawn so; no other host is ever asked
    private static final String PAGE_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " img-src 'self' data:; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private final WebFiles files;
    // why not at the start: few ask, and it takes some hundredths of a second
    private final Supplier<Optional<String>> licences =
            SingletonSupplier.of(() -> LicenceReport.ofThisProgram().map(LicenceReport::text));

    DocsRoute(WebFiles files) {
        this.files = Objects.requireNonNull(files, "files");
    }

    @GetMapping("/docs")
    @OpenToAll
    void redirect(HttpServletResponse response) {
        redirect("docs/", response);
    }

    @GetMapping("/docs/guide")
    @OpenToAll
    void redirectToGuide(HttpServletResponse response) {
        redirect("guide/", response);
    }

    // why relative: the server may be behind another name
    private static void redirect(String place, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
        response.setHeader("Location", place);
    }

    /** What is shipped that others made, and under which licence. */
    @GetMapping("/docs/licences.txt")
    @OpenToAll
    void licences(HttpServletResponse response) throws IOException {
        byte[] text =
                licences.get()
                        .orElseThrow(
                                () ->
                                        new Problem(
                                                ProblemKind.NOT_FOUND,
                                                "this build has no list of its libraries"))
                        .getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/plain; charset=utf-8");
        response.setContentLength(text.length);
        response.getOutputStream().write(text);
    }

    @GetMapping("/docs/{*path}")
    @OpenToAll
    void page(
            @PathVariable("path") String path,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setHeader("Content-Security-Policy", PAGE_POLICY);
        String name = path.endsWith("/") ? path + "index.html" : path;
        files.send("docs" + name, request, response);
    }
}
