package dev.selfsame.server.store.s3;

import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that gives one answer to everything, as a broken or denying one does. */
final class HostileS3 implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();

    /**
     * Starts one.
     *
     * @param saidLength length that it states, null for the true one
     */
    HostileS3(int status, @Nullable Long saidLength, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    requests.incrementAndGet();
                    exchange.getRequestBody().readAllBytes();
                    boolean head = exchange.getRequestMethod().equals("HEAD");
                    long length = saidLength == null ? bytes.length : saidLength;
                    exchange.getResponseHeaders().set("x-amz-bucket-region", "eu-north-1");
                    exchange.sendResponseHeaders(status, head || length == 0 ? -1 : length);
                    try (OutputStream out = exchange.getResponseBody()) {
                        if (!head) {
                            out.write(bytes);
                            // why: else nothing is sent where it is less than was said
                            out.flush();
                        }
                    }
                });
        server.start();
    }

    /** One that refuses everything for one reason, as the reference of S3's errors has it. */
    static HostileS3 refusing(int status, String code) throws IOException {
        return new HostileS3(
                status,
                null,
                String.format(
                        Locale.ROOT,
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>%s</Code>"
                                + "<Message>no</Message><RequestId>1</RequestId></Error>",
                        code));
    }

    S3Options options() {
        return new S3Options(
                "pictures",
                "us-east-1",
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                null,
                "AKIATEST",
                "hush-s3-hush");
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
