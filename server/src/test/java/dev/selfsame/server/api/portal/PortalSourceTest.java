package dev.selfsame.server.api.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.portal.NewPassword;
import dev.selfsame.server.portal.PortalRole;
import dev.selfsame.server.testing.RunningServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Where failed sign-ins come from: the other end of the connection, whatever headers say. On a
 * server that believes it runs in a cluster, where Spring would believe the headers.
 */
final class PortalSourceTest {

    private static final int FAILURES_OF_AN_ADDRESS = 100;

    @TempDir private static Path data;
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.start(data, Map.of("spring.main.cloud-platform", "kubernetes"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whoForgesAddressesIsCountedByItsOwn() throws Exception {
        NewPassword user = PortalClient.make(server, PortalRole.ADMINISTRATOR, null);
        try (HttpClient thief = from("127.0.0.66");
                ExecutorService both = Executors.newFixedThreadPool(2)) {
            both.invokeAll(
                            IntStream.range(0, FAILURES_OF_AN_ADDRESS)
                                    .mapToObj(
                                            i ->
                                                    (Callable<Integer>)
                                                            () ->
                                                                    status(
                                                                            thief,
                                                                            "guess" + i,
                                                                            "x",
                                                                            i))
                                    .toList())
                    .forEach(it -> assertThat(it.resultNow()).isEqualTo(401));

            assertThat(status(thief, user.name(), user.text(), 0)).isEqualTo(429);
        }
        try (HttpClient owner = from("127.0.0.67")) {
            assertThat(status(owner, user.name(), user.text(), 0)).isEqualTo(200);
        }
    }

    @Test
    void manyAddressesTogetherHaveAsManyGuessesAtANameAsOne() throws Exception {
        NewPassword user = PortalClient.make(server, PortalRole.ADMINISTRATOR, null);
        for (int i = 1; i <= 5; i++) {
            try (HttpClient one = from("127.0.3." + i)) {
                assertThat(status(one, user.name(), "wrong", i)).isEqualTo(401);
            }
        }

        try (HttpClient another = from("127.0.3.6")) {
            assertThat(status(another, user.name(), user.text(), 6)).isEqualTo(429);
        }
    }

    @Test
    void noHeaderMakesAConnectionASecureOne() {
        NewPassword user = PortalClient.make(server, PortalRole.ADMINISTRATOR, null);

        HttpResponse<String> answer =
                server.send(
                        forged(server.to("/portal/api/sign-in"), 1)
                                .header("Origin", server.address().toString())
                                .POST(BodyPublishers.ofString(form(user.name(), user.text()))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .doesNotContain("Secure");
    }

    private static HttpClient from(String address) throws Exception {
        return HttpClient.newBuilder().localAddress(InetAddress.getByName(address)).build();
    }

    private static int status(HttpClient client, String name, String password, int number)
            throws Exception {
        HttpRequest request =
                forged(server.to("/portal/api/sign-in"), number)
                        .POST(BodyPublishers.ofString(form(name, password)))
                        .build();
        return client.send(request, BodyHandlers.ofString()).statusCode();
    }

    private static HttpRequest.Builder forged(HttpRequest.Builder request, int number) {
        String address = "203.0.113." + number;
        return request.header("Content-Type", "application/json")
                .header("X-Forwarded-For", address)
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Real-IP", address)
                .header("Forwarded", "for=" + address + ";proto=https;host=evil.example")
                .header("True-Client-IP", address);
    }

    private static String form(String name, String password) {
        return PortalClient.JSON.writeValueAsString(Map.of("name", name, "password", password));
    }
}
