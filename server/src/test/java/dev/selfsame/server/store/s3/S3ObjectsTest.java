package dev.selfsame.server.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.testing.S3Server;
import dev.selfsame.server.testing.S3ServerExtension;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;

@Timeout(120)
@ExtendWith(S3ServerExtension.class)
final class S3ObjectsTest {

    private static final S3Patience SHORT =
            new S3Patience(
                    Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(3), 2);

    @Test
    void everyCallToAStoreThatIsAwayIsUnavailable() throws IOException {
        try (S3Objects objects = new S3Objects(options(closedPort()), SHORT, 10)) {
            assertUnavailable(objects);
        }
    }

    @Test
    void everyCallToAStoreThatIsSilentIsUnavailable() throws IOException {
        // why nobody accepts: the system takes the connection, and then nothing comes
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                S3Objects objects = new S3Objects(options(silent.getLocalPort()), SHORT, 10)) {
            assertUnavailable(objects);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "500,InternalError",
        "503,SlowDown",
        "403,AccessDenied",
        "404,NoSuchBucket",
        "400,ExpiredToken"
    })
    void everyCallThatIsRefusedIsUnavailable(int status, String code) throws IOException {
        try (HostileS3 store = HostileS3.refusing(status, code);
                S3Objects objects = new S3Objects(store.options(), SHORT, 10)) {
            assertUnavailable(objects);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no XML", "<a><b></a>", "<Error>"})
    void garbageInsteadOfAListIsUnavailableOrEmpty(String body) throws IOException {
        try (HostileS3 store = new HostileS3(200, null, body);
                S3Objects objects = new S3Objects(store.options(), SHORT, 10)) {
            for (ThrowingCallable call : callsThatList(objects)) {
                Throwable failure = catchThrowableOfType(Throwable.class, call);
                assertThat(failure == null || failure instanceof Problem).isTrue();
            }
        }
    }

    @Test
    void refusesAnObjectThatIsLargerThanAnythingKept() throws IOException {
        try (HostileS3 store = new HostileS3(200, 1L << 40, "the beginning of much");
                S3Objects objects = new S3Objects(store.options(), SHORT, 10)) {
            assertThat(objects.get("a/b")).isEmpty();
        }
    }

    @Test
    void anObjectThatIsCutIsUnavailable() throws IOException {
        try (HostileS3 store = new HostileS3(200, 1000L, "the beginning of a thousand");
                S3Objects objects = new S3Objects(store.options(), SHORT, 10)) {
            assertThatThrownBy(() -> objects.get("a/b")).isInstanceOf(Problem.class);
        }
    }

    @Test
    void objectsThatCannotBeDeletedAreUnavailable() throws IOException {
        String answer =
                "<Result><Contents><Key>a/b/c</Key><Size>1</Size></Contents>"
                        + "<Error><Key>a/b/c</Key><Code>AccessDenied</Code></Error></Result>";
        try (HostileS3 store = new HostileS3(200, null, answer);
                S3Objects objects = new S3Objects(store.options(), SHORT, 10)) {
            assertThatThrownBy(() -> objects.deleteAll("a/b/")).isInstanceOf(Problem.class);
        }
    }

    @Test
    void asksAStoreThatFailsNotMoreOftenThanAllowed() throws IOException {
        try (HostileS3 store = HostileS3.refusing(503, "SlowDown");
                S3Objects objects = new S3Objects(store.options(), SHORT, 10)) {
            assertThatThrownBy(() -> objects.get("a/b")).isInstanceOf(Problem.class);
            assertThat(store.requests()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404|NoSuchBucket|there is no bucket pictures at http://127.0.0.1:",
                "404|NoSuchBucket|correct selfsame.media.s3.bucket",
                "403|AccessDenied|allow its key s3:ListBucket",
                "403|InvalidAccessKeyId|correct selfsame.media.s3.access-key",
                "403|SignatureDoesNotMatch|correct selfsame.media.s3.access-key",
                "400|ExpiredToken|correct selfsame.media.s3.access-key",
                "403|RequestTimeTooSkewed|refuses this machine's clock",
                "301|PermanentRedirect|not in the region us-east-1, but in eu-north-1",
                "400|AuthorizationHeaderMalformed|correct selfsame.media.s3.region",
                "405|MethodNotAllowed|cannot be used: 405 MethodNotAllowed"
            })
    void theStartSaysWhatToDo(int status, String code, String words) throws IOException {
        try (HostileS3 store = HostileS3.refusing(status, code)) {
            UnusableBucketException failure =
                    catchThrowableOfType(
                            UnusableBucketException.class, () -> S3Objects.open(store.options()));

            assertThat(failure)
                    .hasMessageContaining(words)
                    .hasMessageNotContaining("hush")
                    .hasMessageNotContaining("AKIA");
        }
    }

    @Test
    void aStoreThatIsDownDoesNotStopTheStart() throws IOException {
        try (HostileS3 store = HostileS3.refusing(503, "ServiceUnavailable");
                S3Objects down = S3Objects.open(store.options());
                S3Objects away = S3Objects.open(options(closedPort()))) {
            assertThat(down.bucketName()).isEqualTo("pictures");
            assertThat(away.region()).isEqualTo("us-east-1");
        }
    }

    @Test
    void theStartLeavesNothingInTheBucket(S3Server server) {
        String bucket = server.newBucket();
        try (S3Objects objects = S3Objects.open(options(server, bucket))) {
            assertThat(objects.bucketName()).isEqualTo(bucket);
            assertThat(server.keys(bucket)).isEmpty();
        }
    }

    @Test
    void aBucketThatKeepsOldVersionsStopsTheStart(S3Server server) {
        String bucket = server.newVersionedBucket();

        assertThatThrownBy(() -> S3Objects.open(options(server, bucket)))
                .isInstanceOf(UnusableBucketException.class)
                .hasMessageContaining("use one without versioning");
    }

    @Test
    void aBucketThatIsNotThereStopsTheStart(S3Server server) {
        assertThatThrownBy(() -> S3Objects.open(options(server, "nowhere")))
                .isInstanceOf(UnusableBucketException.class)
                .hasMessageStartingWith("there is no bucket nowhere at ");
    }

    private static void assertUnavailable(S3Objects objects) {
        for (ThrowingCallable call : calls(objects)) {
            Problem problem = catchThrowableOfType(Problem.class, call);
            assertThat(problem.kind()).isEqualTo(ProblemKind.UNAVAILABLE);
            assertThat(problem).hasMessageNotContaining("127.0.0.1");
        }
    }

    private static List<ThrowingCallable> calls(S3Objects objects) {
        return List.of(
                () -> objects.put("a/b", new byte[10]),
                () -> objects.get("a/b"),
                () -> objects.delete("a/b"),
                () -> objects.deleteAll("a/"),
                () -> objects.firstPartsUpTo("b"));
    }

    private static List<ThrowingCallable> callsThatList(S3Objects objects) {
        return List.of(() -> objects.deleteAll("a/"), () -> objects.firstPartsUpTo("b"));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static S3Options options(int port) {
        return new S3Options(
                "pictures",
                "us-east-1",
                URI.create("http://127.0.0.1:" + port),
                null,
                "AKIATEST",
                "hush-s3-hush");
    }

    private static S3Options options(S3Server server, String bucket) {
        return new S3Options(
                bucket,
                S3Server.REGION,
                server.endpoint(),
                true,
                S3Server.ACCESS_KEY,
                S3Server.SECRET_KEY);
    }
}
