package dev.selfsame.server.api;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Files that the build made of the TypeScript sources, from the class path. */
public final class WebFiles {

    private static final Logger LOG = LoggerFactory.getLogger(WebFiles.class);
    private static final String ROOT = "/web/";
    // why so few: a name cannot lead anywhere else
    private static final Pattern NAME =
            Pattern.compile("([a-z0-9-]{1,64}/){0,3}[A-Za-z0-9._-]{1,96}");
    private static final Map<String, String> MEDIA_TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "ts", "text/plain; charset=utf-8",
                    "json", "application/json",
                    "map", "application/json",
                    "svg", "image/svg+xml",
                    "png", "image/png",
                    "jpg", "image/jpeg",
                    "webmanifest", "application/manifest+json");

    private final Map<String, WebFile> files = new ConcurrentHashMap<>();

    /**
     * Answers with a file, or with 304 to who has it already.
     *
     * @param name below the root of all files, such as {@code capture/index.html}
     * @throws Problem {@code NOT_FOUND}
     */
    public void send(String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        WebFile file =
                find(name)
                        .orElseThrow(
                                () ->
                                        new Problem(
                                                ProblemKind.NOT_FOUND,
                                                "there is nothing at this path"));
        // why asked each time: after an update pages and server must fit each other
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.ETAG, file.tag());
        if (file.tag().equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(file.mediaType());
        HttpServletResponse direct = unheld(response);
        direct.setContentLength(file.bytes().length);
        try {
            direct.getOutputStream().write(file.bytes());
        } catch (IOException e) {
            // why no more: anybody can ask for a file and not read it
            LOG.debug("the client of the file {} is gone", name, e);
        }
    }

    /**
     * Past what holds answers back until they are counted: files are not, and whoever asks for many
     * and reads none would fill the memory with copies.
     */
    private static HttpServletResponse unheld(HttpServletResponse response) {
        ContentCachingResponseWrapper held =
                WebUtils.getNativeResponse(response, ContentCachingResponseWrapper.class);
        return held != null && held.getResponse() instanceof HttpServletResponse direct
                ? direct
                : response;
    }

    private Optional<WebFile> find(String name) {
        String type = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || name.contains("..") || !NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        WebFile known = files.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        // why only what is there is remembered: anybody can ask for any name
        Optional<WebFile> read = read(name, type);
        read.ifPresent(file -> files.put(name, file));
        return read;
    }

    private static Optional<WebFile> read(String name, String type) {
        try (InputStream in = WebFiles.class.getResourceAsStream(ROOT + name)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] bytes = in.readAllBytes();
            return Optional.of(new WebFile(bytes, type, tag(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "\"" + HexFormat.of().formatHex(digest, 0, 16) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
