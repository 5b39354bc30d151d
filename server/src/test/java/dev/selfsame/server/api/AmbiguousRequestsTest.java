package dev.selfsame.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.RawHttp;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

/**
 * Requests whose end a proxy and this server could see at different places: what follows must never
 * be taken for a request of its own, or a stranger could put words into the next one's mouth.
 */
@ExtendWith(ServerExtension.class)
final class AmbiguousRequestsTest {

    private static final String NEXT = "GET /video-server/v2/monitor HTTP/1.1\r\nHost: x\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 4",
                "Content-Length: 5\r\nContent-Length: 0",
                "Content-Length: 5, 0",
                "Content-Length: +5",
                "Content-Length: 0x5",
                "Content-Length: -5",
                "Content-Length : 5",
                "Content-Length: 18446744073709551621",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: identity, chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: cow",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding:\u000bchunked",
                "X: y\r\n Transfer-Encoding: chunked\r\nContent-Length: 500",
                "X: y\rTransfer-Encoding: chunked"
            })
    void areRefusedOrEndTheConnection(String headers, RunningServer server) throws IOException {
        String request =
                "POST /portal/api/sign-in HTTP/1.1\r\nHost: x\r\n"
                        + "Content-Type: application/json\r\n"
                        + headers
                        + "\r\n\r\n0\r\n\r\n"
                        + NEXT;

        RawHttp.Answer answer = RawHttp.exchange(server.address(), request);

        assertThat(answer.status()).isBetween(400, 501);
        assertThat(answer.body()).doesNotContain("HTTP/1.1 ", "version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FFFFFFFFFFFFFFFFF\r\nx",
                "-1\r\nx",
                "0x1\r\nx\r\n0\r\n\r\n",
                "1 \r\nx\r\n0",
                "1\nx\n0\n\n",
                "\r\n0\r\n\r\n",
                "g\r\nx\r\n0\r\n\r\n",
                "2\r\n{}0\r\n\r\n"
            })
    void soAreChunksThatAreNone(String chunks, RunningServer server) throws IOException {
        String request =
                "POST /portal/api/sign-in HTTP/1.1\r\nHost: x\r\n"
                        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + chunks
                        + NEXT;

        RawHttp.Answer answer = RawHttp.exchange(server.address(), request);

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("HTTP/1.1 ", "version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /video-server/v2/monitor HTTP/1.1\r\nHost: x\r\nHost: y",
                "GET /video-server/v2/monitor HTTP/1.1\r\nhost: x\r\nHOST: y",
                "GET http://y/video-server/v2/monitor HTTP/1.1\r\nHost: x",
                "GET /video-server/v2/monitor HTTP/1.1\r\nHost: x/y",
                "GET /video-server/v2/monitor HTTP/1.1\r\nHost: x@y",
                "GET /video-server/v2/monitor HTTP/1.1\r\nHost: x y"
            })
    void soAreRequestsForTwoHosts(String head, RunningServer server) throws IOException {
        RawHttp.Answer answer =
                RawHttp.exchange(server.address(), head + "\r\nConnection: close\r\n\r\n");

        assertThat(answer.status()).isEqualTo(400);
    }
}
