package dev.selfsame.server.callback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.ManualClock;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;

/** One attempt, with real connections, whatever is at their other end. */
final class HttpCourierTest {

    private static final Charset ASCII = StandardCharsets.US_ASCII;
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final String KEY = "0123456789-0123456789-0123456789";
    private static final UUID SESSION = UUID.fromString("7b4e38f6-de53-4dd5-a8b8-985833f771d2");
    private static final NameService NO_NAMES =
            host -> {
                throw new UnknownHostException(host);
            };

    private final ManualClock clock = new ManualClock();

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void anyStatusOf200To299IsADelivery(int status) throws Exception {
        try (Receiver receiver = Receiver.http().always(status)) {
            assertThat(deliver(Options.local(), receiver.address()))
                    .isEqualTo(new Receipt.Delivered(status));

            Receiver.Call call = receiver.call();
            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.path()).isEqualTo("/callback");
            assertThat(call.body())
                    .isEqualTo("{\"sessionId\":\"7b4e38f6-de53-4dd5-a8b8-985833f771d2\"}");
            assertThat(call.header("Content-Type")).isEqualTo("application/json");
            assertThat(call.header("Content-Length")).isEqualTo("52");
            assertThat(call.header("Host")).isEqualTo("127.0.0.1:" + receiver.port());
            assertThat(call.header("Selfsame-Signature")).isNull();
            assertThat(call.header("Upgrade")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 304, 400, 401, 404, 407, 410, 429, 500, 503, 599})
    void anyOtherStatusIsNone(int status) {
        try (Receiver receiver = Receiver.http().always(status)) {
            assertThat(deliver(Options.local(), receiver.address()))
                    .isEqualTo(new Receipt.Failed("it answered " + status));
            assertThat(receiver.waiting()).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreNotFollowed(int status) {
        try (Receiver elsewhere = Receiver.http();
                Receiver receiver = Receiver.http().always(status).leadingTo(elsewhere.address())) {
            assertThat(deliver(Options.local(), receiver.address()))
                    .isEqualTo(new Receipt.Failed("it answered " + status));
            assertThat(elsewhere.waiting()).isZero();
        }
    }

    @Test
    void pathAndQueryAreSentAsTheyAre() throws Exception {
        try (Receiver receiver = Receiver.http()) {
            String rest = "//a/./b/../c%2Fd;e=f?g=h%20i&j";
            deliver(Options.local(), URI.create("HTTP://127.0.0.1:" + receiver.port() + rest));

            assertThat(receiver.call().path()).isEqualTo(rest);
        }
    }

    @Test
    void theReceiverCanCheckTheSignature() throws Exception {
        try (Receiver receiver = Receiver.http()) {
            deliver(Options.of(List.of("127.0.0.1"), KEY, Options.LONG), receiver.address());

            Receiver.Call call = receiver.call();
            String time = Long.toString(clock.instant().getEpochSecond());
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal((time + "." + call.body()).getBytes(StandardCharsets.UTF_8));
            assertThat(call.header("Selfsame-Signature"))
                    .isEqualTo("t=" + time + ",v1=" + HexFormat.of().formatHex(hash));
        }
    }

    @Test
    void namesThatLeadInsideAreRefused() {
        try (Receiver receiver = Receiver.http()) {
            URI target = URI.create("http://localhost:" + receiver.port() + "/");

            assertThat(failure(Options.defaults(), NameService.SYSTEM, target))
                    .contains("leads to", "selfsame.callback.allowed-networks");
            assertThat(receiver.waiting()).isZero();
        }
    }

    @Test
    void oneAddressInsideIsEnoughToRefuse() {
        try (Receiver receiver = Receiver.http()) {
            NameService names = host -> new InetAddress[] {at("198.41.0.4"), at("127.0.0.1")};
            URI target = URI.create("http://shop.example:" + receiver.port() + "/");

            assertThat(failure(Options.defaults(), names, target)).contains("leads to 127.0.0.1");
            assertThat(receiver.waiting()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "127.1"})
    void addressesThatNobodyCheckedBeforeAreRefusedAsWell(String host) {
        try (Receiver receiver = Receiver.http()) {
            URI target = URI.create("http://" + host + ":" + receiver.port() + "/");
            if (target.getHost() != null) {
                assertThat(failure(Options.defaults(), NameService.SYSTEM, target)).isNotEmpty();
            }
            assertThat(receiver.waiting()).isZero();
        }
    }

    @Test
    void theAddressThatWasCheckedIsTheOneThatIsCalled() throws Exception {
        try (Receiver checked = Receiver.http();
                Receiver other = Receiver.http("127.0.0.2", checked.port())) {
            List<String> asked = new ArrayList<>();
            NameService rebinding =
                    host -> {
                        asked.add(host);
                        return new InetAddress[] {at("127.0.0." + asked.size())};
                    };
            URI target = URI.create("http://shop.example:" + checked.port() + "/");

            assertThat(deliver(Options.local(), rebinding, null, target))
                    .isEqualTo(new Receipt.Delivered(200));
            assertThat(asked).containsExactly("shop.example");
            assertThat(checked.call().header("Host")).isEqualTo("shop.example:" + checked.port());

            assertThat(failure(Options.local(), rebinding, target)).contains("127.0.0.2");
            assertThat(other.waiting()).isZero();
        }
    }

    @Test
    void tlsIsCheckedAgainstTheNameThoughTheAddressIsPinned() throws Exception {
        Identity identity = Identity.of("hooks.shop.example");
        NameService names = host -> new InetAddress[] {at("127.0.0.1")};
        try (Receiver receiver = Receiver.https(identity.server())) {
            String rest = ".shop.example:" + receiver.port() + "/callback";
            URI right = URI.create("https://hooks" + rest);
            URI wrong = URI.create("https://other" + rest);

            assertThat(deliver(Options.local(), names, identity.client(), right))
                    .isEqualTo(new Receipt.Delivered(200));
            assertThat(receiver.call().namesAsked()).containsExactly("hooks.shop.example");
            assertThat(deliver(Options.local(), names, identity.client(), wrong))
                    .isInstanceOfSatisfying(
                            Receipt.Failed.class,
                            failed -> assertThat(failed.why()).contains("certificate"));
            assertThat(failure(Options.local(), names, right)).contains("certificate");
            assertThat(receiver.waiting()).isZero();
        }
    }

    @Test
    void whoSpeaksNoTlsIsNotTrustedWithoutIt() {
        NameService names = host -> new InetAddress[] {at("127.0.0.1")};
        try (RawReceiver receiver =
                RawReceiver.saying("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8))) {
            URI target = receiver.address("https", "shop.example");

            assertThat(failure(Options.local(), names, target)).contains("TLS");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void whoSaysNothingIsLeft(String scheme) throws Exception {
        try (RawReceiver receiver = RawReceiver.silent()) {
            assertThat(failure(brief(), NameService.SYSTEM, receiver.address(scheme, "127.0.0.1")))
                    .isNotEmpty();
        }
    }

    @Test
    void whoTellsHeadersForEverIsLeft() throws Exception {
        assertIsLeft(Options.local(), OK, out -> out.write("X-Much: more\r\n".getBytes(ASCII)));
    }

    @Test
    void whoTellsOneHeaderForEverIsLeft() throws Exception {
        assertIsLeft(Options.local(), OK, out -> out.write("aaaaaaaaaaaaaaaa".getBytes(ASCII)));
    }

    @Test
    void whoSaysContinueForEverIsLeft() throws Exception {
        assertIsLeft(brief(), CONTINUE, out -> out.write(CONTINUE.getBytes(ASCII)));
    }

    @Test
    void whoDripsIsLeft() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        assertIsLeft(
                brief(),
                OK,
                out -> {
                    out.write('a');
                    never.await(20, TimeUnit.MILLISECONDS);
                });
    }

    private interface Piece {

        void write(OutputStream out) throws IOException, InterruptedException;
    }

    private void assertIsLeft(CallbackOptions options, String head, Piece piece)
            throws InterruptedException {
        try (RawReceiver receiver =
                new RawReceiver(
                        (in, out, closed) -> {
                            out.write(head.getBytes(ASCII));
                            while (closed.getCount() > 0) {
                                piece.write(out);
                                out.flush();
                            }
                        })) {
            assertThat(failure(options, NameService.SYSTEM, receiver.address()))
                    .doesNotContain("secret", "aaaa", "X-Much");
            receiver.awaitHangingUp();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Length: 9999999999\r\n", "Transfer-Encoding: chunked\r\n"})
    void theBodyOfAnAnswerIsNotReadHoweverLong(String header) throws Exception {
        try (RawReceiver receiver =
                new RawReceiver(
                        (in, out, closed) -> {
                            out.write(("HTTP/1.1 200 OK\r\n" + header + "\r\n").getBytes(ASCII));
                            while (closed.getCount() > 0) {
                                out.write("10\r\n0123456789abcdef\r\n".getBytes(ASCII));
                            }
                        })) {
            assertThat(deliver(Options.local(), receiver.address()))
                    .isEqualTo(new Receipt.Delivered(200));
            receiver.awaitHangingUp();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n\r\n\r\n\r\n\r\n\r\n\r\n",
                "SSH-2.0-hush\r\n",
                "200 OK\r\n\r\n",
                "HTTP/1.1\r\n\r\n",
                "HTTP/1.1 \r\n\r\n",
                "HTTP/1.1 hush\r\n\r\n",
                "HTTP/1.1 -200 OK\r\n\r\n",
                "HTTP/1.1 99999999999999999999 OK\r\n\r\n",
                "HTTP/9.9 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nhush"
            })
    void garbageIsNoDelivery(String answer) {
        try (RawReceiver receiver = RawReceiver.saying(answer.getBytes(ASCII))) {
            assertThat(failure(Options.local(), NameService.SYSTEM, receiver.address()))
                    .doesNotContain("hush");
        }
    }

    @Test
    void noiseIsNoDelivery() {
        Random random = new Random(11);
        for (int i = 0; i < 50; i++) {
            byte[] noise = new byte[random.nextInt(5000)];
            random.nextBytes(noise);
            try (RawReceiver receiver = RawReceiver.saying(noise)) {
                assertThat(failure(Options.local(), NameService.SYSTEM, receiver.address()))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void whereNobodyListensThereIsNoDelivery() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, at("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        URI target = URI.create("http://127.0.0.1:" + port);

        assertThat(failure(Options.local(), NameService.SYSTEM, target))
                .isEqualTo("it does not take connections");
        assertThat(failure(Options.local(), NO_NAMES, URI.create("http://shop.example/")))
                .isEqualTo("there is no such host");
    }

    @Test
    void whatRunsCanBeCutOff() throws Exception {
        try (RawReceiver receiver = RawReceiver.silent();
                HttpCourier courier = courier(Options.local(), NameService.SYSTEM, null);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Receipt> receipt =
                    threads.submit(() -> courier.deliver(callback(receiver.address())));
            receiver.awaitConnection();

            courier.cutOff();

            assertThat(receipt.get()).isInstanceOf(Receipt.Failed.class);
        }
    }

    private static CallbackOptions brief() {
        return Options.of(List.of("127.0.0.1"), null, SHORT);
    }

    private Receipt deliver(CallbackOptions options, URI target) {
        return deliver(options, NameService.SYSTEM, null, target);
    }

    private String failure(CallbackOptions options, NameService names, URI target) {
        Receipt receipt = deliver(options, names, null, target);
        assertThat(receipt).isInstanceOf(Receipt.Failed.class);
        return ((Receipt.Failed) receipt).why();
    }

    private Receipt deliver(
            CallbackOptions options, NameService names, @Nullable SSLContext trust, URI target) {
        try (HttpCourier courier = courier(options, names, trust)) {
            return courier.deliver(callback(target));
        }
    }

    private HttpCourier courier(
            CallbackOptions options, NameService names, @Nullable SSLContext trust) {
        try {
            return new HttpCourier(
                    options, names, trust == null ? SSLContext.getDefault() : trust, clock);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Callback callback(URI target) {
        return new Callback(UUID.randomUUID(), "acme", SESSION, target, 1, clock.instant());
    }

    private static InetAddress at(String address) {
        return InetAddress.ofLiteral(address);
    }
}
