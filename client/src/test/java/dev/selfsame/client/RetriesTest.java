package dev.selfsame.client;

import static dev.selfsame.client.ScriptedServer.hangUp;
import static dev.selfsame.client.ScriptedServer.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.selfsame.client.SelfsameException.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

final class RetriesTest {

    private static final String CAPABILITIES = "{\"version\":\"1\",\"currentMode\":[\"M\"]}";
    private static final UUID ID = UUID.fromString("7b4e38f6-de53-4dd5-a8b8-985833f771d2");
    private static final Picture PICTURE = Picture.of(new byte[] {1, 2, 3});
    private static final Biometrics PERSON = Biometrics.face(PICTURE);
    private static final Consent CONSENT =
            Consent.of("Door", "law", Instant.parse("2025-03-02T08:00:00Z"));

    @TempDir private Path folder;

    private final ManualTiming timing = new ManualTiming();

    @Test
    void waitsAtLeastAsLongAsTheServerAsks() throws IOException {
        try (ScriptedServer server =
                        new ScriptedServer(
                                json(429, "{}", "Retry-After", "2"),
                                json(503, "{}", "Retry-After", "Sat, 21 Nov 2026 10:00:13 GMT"),
                                json(200, CAPABILITIES));
                SelfsameClient client = server.client(timing)) {
            assertThat(client.biometricServices().capabilities().version()).isEqualTo("1");

            assertThat(timing.waits()).hasSize(2);
            assertThat(timing.waits().getFirst())
                    .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
            assertThat(timing.waits().stream().reduce(Duration.ZERO, Duration::plus))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(13));
            assertThat(server.asked()).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "99999999999999999999", "1.5", ""})
    void passesOverARetryAfterThatIsNone(String retryAfter) throws IOException {
        try (ScriptedServer server =
                        new ScriptedServer(
                                json(429, "{}", "Retry-After", retryAfter),
                                json(200, CAPABILITIES));
                SelfsameClient client = server.client(timing)) {
            assertThat(client.biometricServices().capabilities().version()).isEqualTo("1");

            assertThat(timing.waits().getFirst()).isLessThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void givesUpAfterTheAttemptsAllowed(int status) throws IOException {
        try (ScriptedServer server = new ScriptedServer(json(status, "{\"message\":\"busy\"}"));
                SelfsameClient client = server.client(timing)) {
            SelfsameException failure =
                    catchThrowableOfType(
                            SelfsameException.class, client.biometricServices()::capabilities);

            assertThat(failure.status()).isEqualTo(status);
            assertThat(failure.detail()).isEqualTo("busy");
            assertThat(server.asked()).hasSize(5);
            assertThat(timing.waits()).hasSize(4);
        }
    }

    @Test
    void givesUpRatherThanWaitBeyondItsTime() throws IOException {
        try (ScriptedServer server = new ScriptedServer(json(429, "{}", "Retry-After", "30"));
                SelfsameClient client = server.client(timing)) {
            SelfsameException failure =
                    catchThrowableOfType(
                            SelfsameException.class, client.biometricServices()::capabilities);

            assertThat(failure.status()).isEqualTo(429);
            assertThat(server.asked()).hasSize(1);
            assertThat(timing.waits()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 413, 500, 502, 504})
    void takesOtherErrorsAsFinal(int status) throws IOException {
        try (ScriptedServer server = new ScriptedServer(json(status, "{}", "Retry-After", "1"));
                SelfsameClient client = server.client(timing)) {
            SelfsameException failure =
                    catchThrowableOfType(
                            SelfsameException.class, client.biometricServices()::capabilities);

            assertThat(failure.status()).isEqualTo(status);
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void sendsAWholeBodyAgain() throws IOException {
        Path file = Files.write(folder.resolve("a.jpg"), new byte[] {'a', 'b', 'c'});
        try (ScriptedServer server =
                        new ScriptedServer(
                                json(429, "{}"),
                                json(201, "", "Location", "/v2/bio-sessions/x/faces/" + ID));
                SelfsameClient client = server.client(timing)) {
            assertThat(client.biometricServices().addFace(ID, FacePicture.selfie(file)))
                    .isEqualTo(ID);

            assertThat(server.asked()).hasSize(2);
            assertThat(server.asked().getFirst()).isEqualTo(server.asked().getLast());
            assertThat(server.asked().getLast().body()).contains("\r\n\r\nabc\r\n--");
        }
    }

    private static Stream<Arguments> changes() {
        FacePicture selfie = new FacePicture(PICTURE, ImageType.SELFIE);
        Signed<Face> face =
                Face.parse("{\"id\":\"" + ID + "\",\"mode\":\"M\",\"imageType\":\"SELFIE\"}");
        return Stream.of(
                change("openSession", it -> services(it).openSession(SessionRequest.PLAIN)),
                change("deleteSession", it -> services(it).deleteSession(ID)),
                change("addFace", it -> services(it).addFace(ID, selfie)),
                change("addFace again", it -> services(it).addFace(ID, face)),
                change("deleteFace", it -> services(it).deleteFace(ID, ID)),
                change("deleteFaces", it -> services(it).deleteFaces(ID)),
                change("enroll", it -> it.multibiometrics().enroll("1", PERSON)),
                change("verify", it -> it.multibiometrics().verify("1", PERSON)),
                change("update", it -> it.multibiometrics().update("1", PERSON)),
                change("setConsent", it -> it.multibiometrics().setConsent("1", CONSENT)),
                change("delete", it -> it.multibiometrics().delete("1")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void doesNotSendAgainWhatMayHaveChangedSomething(String name, Consumer<SelfsameClient> change)
            throws IOException {
        try (ScriptedServer server = new ScriptedServer(hangUp());
                SelfsameClient client = server.client(timing)) {
            SelfsameException failure =
                    catchThrowableOfType(SelfsameException.class, () -> change.accept(client));

            assertThat(failure.kind()).isEqualTo(Kind.NO_ANSWER);
            assertThat(server.asked()).hasSize(1);
            assertThat(timing.waits()).isEmpty();
        }
    }

    @Test
    void sendsAgainWhatChangesNothing() throws IOException {
        try (ScriptedServer server =
                        new ScriptedServer(
                                hangUp(),
                                json(200, "{\"Match\":{\"IsGenuine\":true,\"Score\":4}}"));
                SelfsameClient client = server.client(timing)) {
            TemplateComparison match =
                    client.multibiometrics()
                            .match(
                                    Modality.FACE,
                                    TemplateFormat.BIOPASS,
                                    PICTURE.bytes(),
                                    PICTURE.bytes());

            assertThat(match.genuine()).isTrue();
            assertThat(server.asked()).hasSize(2);
        }
    }

    @Test
    void sendsReadingOfConsentAndReceiptsAgain() throws IOException {
        String receipt =
                "{\"type\":\"%s\",\"id\":\"%s\",\"tenant\":\"t\",\"reason\":\"request\","
                                .formatted(Receipt.TYPE, ID)
                        + "\"deleted\":\"2026-11-22T08:00:00Z\",\"people\":1,\"faces\":1,"
                        + "\"fingers\":0,\"consents\":0,\"pictures\":0}";
        try (ScriptedServer server =
                        new ScriptedServer(
                                hangUp(),
                                json(200, "{\"Person\":{\"CustomID\":\"1\"}}"),
                                hangUp(),
                                json(200, receipt));
                SelfsameClient client = server.client(timing)) {
            assertThat(client.multibiometrics().consent("1")).isEmpty();
            assertThat(client.multibiometrics().receipt(ID).json()).isEqualTo(receipt);

            assertThat(server.asked()).hasSize(4);
        }
    }

    @Test
    void triesToConnectAgainForAnyCall() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        URI nobody = URI.create("http://127.0.0.1:" + port);
        try (SelfsameClient client =
                SelfsameClient.open(ClientOptions.of(nobody, ScriptedServer.KEY), timing)) {
            SelfsameException failure =
                    catchThrowableOfType(
                            SelfsameException.class,
                            () -> client.biometricServices().openSession(SessionRequest.PLAIN));

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(timing.waits()).hasSize(4);
        }
    }

    @Test
    void waitsNoMoreWhenItIsClosed() throws IOException {
        try (ScriptedServer server = new ScriptedServer(json(429, "{}"));
                SelfsameClient client = server.client(timing)) {
            timing.close();

            SelfsameException failure =
                    catchThrowableOfType(
                            SelfsameException.class, client.biometricServices()::capabilities);

            assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED);
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void leavesAnInterruptedThreadInterrupted() throws IOException {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.silence());
                SelfsameClient client = server.client(timing)) {
            Thread.currentThread().interrupt();
            SelfsameException failure =
                    catchThrowableOfType(
                            SelfsameException.class, client.biometricServices()::capabilities);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED);
        }
    }

    @Test
    void spreadsWaitsOverAGrowingRange() {
        Waits waits = new Waits(new Random(1));
        List<Long> first = waits(waits, 1);
        List<Long> tenth = waits(waits, 10);

        assertThat(first).allMatch(it -> it >= 0 && it <= 200).hasSize(200);
        assertThat(Set.copyOf(first)).hasSizeGreaterThan(50);
        assertThat(tenth).allMatch(it -> it >= 0 && it <= 5000).anyMatch(it -> it > 4000);
    }

    private static List<Long> waits(Waits waits, int failures) {
        return Stream.generate(() -> waits.after(failures, null).toMillis()).limit(200).toList();
    }

    private static BiometricServices services(SelfsameClient client) {
        return client.biometricServices();
    }

    private static Arguments change(String name, Consumer<SelfsameClient> change) {
        return Arguments.of(name, change);
    }
}
