package dev.selfsame.server.callback;

import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * Carries one notification to its receiver: one POST over a connection of its own, no redirects, no
 * proxy, no cookies, and of the answer no more than its head. Whatever the receiver does, an
 * attempt ends when its time is over.
 */
final class HttpCourier implements AutoCloseable {

    // why not the library's own: that names a charset, which JSON has no need of (RFC 8259, 11)
    private static final ContentType JSON = ContentType.create("application/json");

    private static final int MAX_LINE_LENGTH = 4096;
    private static final int MAX_HEADERS = 64;
    private static final int MAX_EMPTY_LINES = 4;

    private final CallbackOptions options;
    private final CallbackSignature signature;
    private final Clock clock;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor deadlines;
    private final Set<HttpPost> running = ConcurrentHashMap.newKeySet();

    /**
     * Makes one.
     *
     * @param trust which certificates of receivers are believed
     */
    HttpCourier(CallbackOptions options, NameService names, SSLContext trust, Clock clock) {
        this.options = Objects.requireNonNull(options, "options");
        this.clock = Objects.requireNonNull(clock, "clock");
        signature = new CallbackSignature(options.hmacKey());
        client = client(options, connections(options, names, trust));
        deadlines =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().name("callback-deadlines").daemon().factory());
        deadlines.setRemoveOnCancelPolicy(true);
    }

    private static HttpClientConnectionManager connections(
            CallbackOptions options, NameService names, SSLContext trust) {
        Timeout timeout = Timeout.of(options.timeout());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new CheckedNames(names, AddressRules.of(options)))
                // why: the certificate must be the name's, whatever address it led to
                .setTlsSocketStrategy(
                        ClientTlsStrategyBuilder.create()
                                .setSslContext(trust)
                                .setTlsVersions("TLSv1.3", "TLSv1.2")
                                .setHostVerificationPolicy(HostnameVerificationPolicy.BUILTIN)
                                .buildClassic())
                .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder()
                                .http1Config(
                                        Http1Config.custom()
                                                .setMaxLineLength(MAX_LINE_LENGTH)
                                                .setMaxHeaderCount(MAX_HEADERS)
                                                .setMaxEmptyLineCount(MAX_EMPTY_LINES)
                                                .build())
                                .build())
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(options.connectTimeout()))
                                .setSocketTimeout(timeout)
                                .build())
                .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(timeout).build())
                .setMaxConnTotal(options.parallel())
                .setMaxConnPerRoute(options.parallel())
                .build();
    }

    private static CloseableHttpClient client(
            CallbackOptions options, HttpClientConnectionManager connections) {
        Timeout timeout = Timeout.of(options.timeout());
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setConnectionRequestTimeout(timeout)
                                .setResponseTimeout(timeout)
                                .setAuthenticationEnabled(false)
                                .setExpectContinueEnabled(false)
                                .setProtocolUpgradeEnabled(false)
                                .setRedirectsEnabled(false)
                                .build())
                // why: a connection kept open could outlive what its address was checked by
                .setConnectionReuseStrategy((_, _, _) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .setUserAgent("Selfsame")
                .build();
    }

    /** Sends it and reads the status of the answer. */
    Receipt deliver(Callback callback) {
        HttpPost request = request(callback);
        running.add(request);
        var deadline =
                deadlines.schedule(
                        request::cancel, options.timeout().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return receipt(status(request));
        } catch (IOException e) {
            return new Receipt.Failed(
                    request.isCancelled()
                            ? "it was cut off after " + options.timeout().toMillis() + " ms"
                            : words(e));
        } finally {
            deadline.cancel(false);
            running.remove(request);
        }
    }

    private int status(HttpPost request) throws IOException {
        ClassicHttpResponse response = client.executeOpen(null, request, null);
        try {
            return response.getCode();
        } finally {
            // why before the closing: that would read the rest of the body, however long
            request.cancel();
            Closer.closeQuietly(response);
        }
    }

    private HttpPost request(Callback callback) {
        byte[] body =
                ("{\"sessionId\":\"" + callback.sessionId() + "\"}")
                        .getBytes(StandardCharsets.US_ASCII);
        HttpPost request = new HttpPost(callback.target());
        request.setEntity(new ByteArrayEntity(body, JSON));
        signature
                .of(body, clock.instant())
                .ifPresent(it -> request.setHeader(CallbackSignature.HEADER, it));
        return request;
    }

    private static Receipt receipt(int status) {
        return status >= 200 && status < 300
                ? new Receipt.Delivered(status)
                : new Receipt.Failed("it answered " + status);
    }

    /** Words of our own: an exception's may hold what the receiver sent. */
    private static String words(IOException failure) {
        return switch (failure) {
            case AddressNotAllowedException e -> String.valueOf(e.getMessage());
            case UnknownHostException _ -> "there is no such host";
            case SSLException _ ->
                    "there is no TLS with it: its certificate is not valid, not of its name or not"
                            + " of a known authority, or it speaks no TLS";
            case SocketTimeoutException _ -> "it did not answer in time";
            case ConnectException _ -> "it does not take connections";
            case SocketException _ -> "there is no way to it, or it broke the connection";
            default -> "it did not answer in HTTP";
        };
    }

    /** Cuts off what is running. */
    void cutOff() {
        running.forEach(HttpPost::cancel);
    }

    @Override
    public void close() {
        cutOff();
        deadlines.shutdownNow();
        Closer.closeQuietly(client);
    }
}
