package dev.selfsame.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.selfsame.server.datadir.DataDirectory;
import dev.selfsame.server.testing.CommandProcess;
import dev.selfsame.server.testing.S3Server;
import dev.selfsame.server.testing.S3ServerExtension;
import dev.selfsame.server.testing.StandaloneServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A server whose pictures are to be kept in a bucket. */
@ExtendWith(S3ServerExtension.class)
final class S3StartTest {

    @TempDir private Path folder;

    @Test
    void saysThatTheBucketIsNotThere(S3Server store) {
        Map<String, String> settings = new HashMap<>(store.settings("nowhere"));
        settings.put("selfsame.port", "0");

        StartFailedException failure =
                catchThrowableOfType(
                        StartFailedException.class,
                        () ->
                                SelfsameServer.start(
                                        new StartOptions(
                                                new DataDirectory(folder.resolve("data")),
                                                null,
                                                settings)));

        assertThat(failure)
                .hasMessage(
                        "there is no bucket nowhere at "
                                + store.endpoint()
                                + "; make it, or correct selfsame.media.s3.bucket");
    }

    @Test
    void saysThatThereIsNoKey() throws Exception {
        Map<String, String> variables =
                Map.of(
                        "SELFSAME_MEDIA_S3_BUCKET",
                        "pictures",
                        "SELFSAME_MEDIA_S3_ENDPOINT",
                        "http://127.0.0.1:1",
                        "AWS_EC2_METADATA_DISABLED",
                        "true",
                        "AWS_CONFIG_FILE",
                        folder.resolve("none").toString(),
                        "AWS_SHARED_CREDENTIALS_FILE",
                        folder.resolve("none").toString());
        try (CommandProcess serve = start(variables)) {
            assertThat(serve.exitCode()).isEqualTo(1);
            assertThat(serve.errors())
                    .contains("there is no access key for the bucket pictures; set selfsame.media");
        }
    }

    @Test
    void startsWhileTheStoreIsDownAndTellsNoSecret() throws Exception {
        Map<String, String> variables =
                Map.of(
                        "SELFSAME_MEDIA_S3_BUCKET",
                        "pictures",
                        "SELFSAME_MEDIA_S3_ENDPOINT",
                        "http://127.0.0.1:" + closedPort(),
                        "SELFSAME_MEDIA_S3_ACCESS_KEY",
                        S3Server.ACCESS_KEY,
                        "SELFSAME_MEDIA_S3_SECRETKEY",
                        S3Server.SECRET_KEY);
        try (CommandProcess serve = start(variables)) {
            assertThat(serve.line()).contains("\"address\"");
            assertThat(serve.errors()).contains("the bucket pictures at http://127.0.0.1:");
            serve.terminate();
            assertThat(serve.exitCode()).isZero();
            assertThat(serve.errors()).doesNotContain(S3Server.ACCESS_KEY, S3Server.SECRET_KEY);
        }
        assertThat(Files.readString(folder.resolve("data/logs/selfsame.log")))
                .contains("does not answer")
                .doesNotContain(S3Server.ACCESS_KEY, S3Server.SECRET_KEY);
    }

    @Test
    void theDoctorTriesTheBucketAndLeavesNothing(S3Server store) throws Exception {
        String bucket = store.newBucket();
        try (CommandProcess doctor =
                CommandProcess.start(
                        folder,
                        StandaloneServer.variables(store.settings(bucket)),
                        "doctor",
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("data").toString())) {
            assertThat(doctor.lines())
                    .contains(
                            "ok       s3: the bucket "
                                    + bucket
                                    + " was listed, written, read and deleted from",
                            "ok       clock: the clock of S3 is 0 s apart");
            assertThat(doctor.exitCode()).isZero();
            assertThat(doctor.errors()).isEmpty();
        }
        assertThat(store.keys(bucket)).isEmpty();
    }

    private CommandProcess start(Map<String, String> variables) throws IOException {
        return CommandProcess.start(
                folder,
                variables,
                "serve",
                "--json",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString());
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
