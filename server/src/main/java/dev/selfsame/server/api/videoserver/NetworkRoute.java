package dev.selfsame.server.api.videoserver;

import dev.selfsame.server.api.OpenToAll;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.io.InputStream;
import java.util.SplittableRandom;

/** Lets a page measure how fast the way to the server is, before a person is asked to sit still. */
@RestController
final class NetworkRoute {

    private static final String SPEED = "/video-server/network-speed";
    private static final String LATENCY = "/video-server/network-latency";
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    // why noise: what can be compressed on the way would look faster than it is
    private final byte[] noise = new byte[MOST_BYTES];

    NetworkRoute() {
        new SplittableRandom(1).nextBytes(noise);
    }

    /** Takes bytes, up to two megabytes, and forgets them. */
    @PostMapping(SPEED)
    @OpenToAll
    ResponseEntity<Void> upload(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Strangers.allow(response);
        if (request.getContentLengthLong() > MOST_BYTES || skipped(request) > MOST_BYTES) {
            throw new Problem(
                    ProblemKind.TOO_LARGE, "send at most " + MOST_BYTES + " bytes to be measured");
        }
        return ResponseEntity.ok().build();
    }

    private static long skipped(HttpServletRequest request) throws IOException {
        try (InputStream in = request.getInputStream()) {
            byte[] buffer = new byte[16_384];
            long all = 0;
            for (int read = in.read(buffer); read >= 0 && all <= MOST_BYTES; ) {
                all += read;
                read = in.read(buffer);
            }
            return all;
        }
    }

    /** Sends so many bytes. */
    @GetMapping(SPEED)
    @OpenToAll
    void download(
            @RequestParam(name = "bytes", defaultValue = "262144") String bytes,
            HttpServletResponse response)
            throws IOException {
        int count = count(bytes);
        Strangers.allow(response);
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setContentLength(count);
        response.getOutputStream().write(noise, 0, count);
    }

    private static int count(String bytes) {
        if (bytes.matches("[0-9]{1,7}") && Integer.parseInt(bytes) <= MOST_BYTES) {
            return Integer.parseInt(bytes);
        }
        throw new Problem(ProblemKind.INVALID_REQUEST, "bytes: expected 0.." + MOST_BYTES);
    }

    /** Answers at once. */
    @GetMapping(LATENCY)
    @OpenToAll
    ResponseEntity<Void> latency(HttpServletResponse response) {
        Strangers.allow(response);
        return ResponseEntity.noContent().build();
    }

    /** Says to a browser that pages of other origins may measure. */
    @RequestMapping(
            path = {SPEED, LATENCY},
            method = RequestMethod.OPTIONS)
    @OpenToAll
    ResponseEntity<Void> options(HttpServletResponse response) {
        Strangers.allow(response);
        response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST");
        response.setHeader("Access-Control-Allow-Headers", "content-type, cache-control");
        response.setHeader("Access-Control-Max-Age", "600");
        return ResponseEntity.noContent().build();
    }
}
