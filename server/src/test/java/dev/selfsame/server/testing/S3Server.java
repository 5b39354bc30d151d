package dev.selfsame.server.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A store that speaks the protocol of S3 (Adobe S3Mock), in a process of its own, and a look into
 * it that does not use our client. It believes every key.
 */
public final class S3Server implements AutoCloseable {

    public static final String ACCESS_KEY = "AKIATESTTESTTEST";
    public static final String SECRET_KEY = "hush-s3-hush-s3-hush-s3";
    public static final String REGION = "us-east-1";

    private static final Path JAR = Path.of("target/s3mock/s3mock.jar");
    private static final Pattern PORT = Pattern.compile("started on ports? .*?(\\d+) \\(http\\)");
    private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");

    private final Process process;
    private final URI endpoint;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger buckets = new AtomicInteger();

    private S3Server(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** Starts a store with nothing in it. */
    public static S3Server start() {
        try {
            Path root = Files.createTempDirectory("selfsame-s3");
            Process process =
                    new ProcessBuilder(
                                    ProcessHandle.current().info().command().orElseThrow(),
                                    "-Xmx512m",
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "-jar",
                                    JAR.toAbsolutePath().toString(),
                                    "--server.address=127.0.0.1",
                                    "--server.port=0",
                                    "--com.adobe.testing.s3mock.httpPort=0",
                                    "--com.adobe.testing.s3mock.store.root=" + root)
                            .redirectErrorStream(true)
                            .start();
            return new S3Server(process, URI.create("http://127.0.0.1:" + port(process)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String port(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            all.append(line).append('\n');
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                // why: a process whose output nobody reads stands still
                Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
                return port.group(1);
            }
        }
        throw new IllegalStateException("the store did not start: " + all);
    }

    public URI endpoint() {
        return endpoint;
    }

    /** Makes a bucket. */
    public String newBucket() {
        String bucket = "test-bucket-" + buckets.incrementAndGet();
        send(request("/" + bucket).PUT(BodyPublishers.noBody()));
        return bucket;
    }

    /** Makes a bucket that keeps old versions. */
    public String newVersionedBucket() {
        String bucket = newBucket();
        send(
                request("/" + bucket + "?versioning")
                        .PUT(
                                BodyPublishers.ofString(
                                        "<VersioningConfiguration"
                                            + " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                                            + "<Status>Enabled</Status></VersioningConfiguration>")));
        return bucket;
    }

    /** Settings of a server that keeps its pictures in a bucket. */
    public Map<String, String> settings(String bucket) {
        return Map.of(
                "selfsame.media.s3.bucket",
                bucket,
                "selfsame.media.s3.endpoint",
                endpoint.toString(),
                "selfsame.media.s3.access-key",
                ACCESS_KEY,
                "selfsame.media.s3.secret-key",
                SECRET_KEY);
    }

    /** Names of what is in a bucket; up to a thousand. */
    public List<String> keys(String bucket) {
        String list =
                new String(send(request("/" + bucket + "?list-type=2")), StandardCharsets.UTF_8);
        return KEY.matcher(list).results().map((MatchResult it) -> it.group(1)).toList();
    }

    /** What is in a bucket by this name. */
    public byte[] object(String bucket, String key) {
        return send(request("/" + bucket + "/" + key));
    }

    /** Replaces what is in a bucket. */
    public void overwrite(String bucket, String key, byte[] bytes) {
        send(request("/" + bucket + "/" + key).PUT(BodyPublishers.ofByteArray(bytes)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(endpoint.resolve(path));
    }

    private byte[] send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        answer.statusCode()
                                + " "
                                + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        process.destroyForcibly();
    }
}
