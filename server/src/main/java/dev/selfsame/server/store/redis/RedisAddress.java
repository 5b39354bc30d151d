package dev.selfsame.server.store.redis;

import io.lettuce.core.RedisURI;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Where a Redis is.
 *
 * @param place the same for people to read, without user and password
 */
record RedisAddress(RedisURI uri, String place) {

    /**
     * Reads an address that {@link dev.selfsame.server.biosession.BioSessionOptions} has checked.
     *
     * @param url {@code redis://} or {@code rediss://}, then perhaps {@code USER:PASSWORD@} in
     *     percent-encoding, {@code HOST}, perhaps {@code :PORT} and {@code /DATABASE}
     * @param handshake how long a new connection may take
     */
    static RedisAddress of(String url, Duration handshake) {
        URI uri = URI.create(url);
        String host = uri.getHost();
        int port = uri.getPort() < 0 ? RedisURI.DEFAULT_REDIS_PORT : uri.getPort();
        int database = database(uri.getPath());
        boolean tls = "rediss".equalsIgnoreCase(uri.getScheme());
        RedisURI.Builder redis =
                RedisURI.builder()
                        .withHost(
                                host.startsWith("[") ? host.substring(1, host.length() - 1) : host)
                        .withPort(port)
                        .withDatabase(database)
                        .withSsl(tls)
                        .withVerifyPeer(tls)
                        .withClientName("selfsame")
                        .withTimeout(handshake);
        authenticate(redis, uri.getRawUserInfo());
        return new RedisAddress(
                redis.build(),
                (tls ? "rediss://" : "redis://") + host + ":" + port + "/" + database);
    }

    private static int database(@Nullable String path) {
        return path == null || path.length() <= 1 ? 0 : Integer.parseInt(path.substring(1));
    }

    // why before decoding: a colon in the password is written as %3A
    private static void authenticate(RedisURI.Builder redis, @Nullable String userInfo) {
        if (userInfo == null) {
            return;
        }
        int colon = userInfo.indexOf(':');
        String password = decoded(userInfo.substring(colon + 1));
        if (colon > 0) {
            redis.withAuthentication(decoded(userInfo.substring(0, colon)), password);
        } else {
            redis.withPassword((CharSequence) password);
        }
    }

    private static String decoded(String text) {
        // why: a plus sign is one, as this is no form
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Leaves user and password out. */
    @Override
    public String toString() {
        return place;
    }
}
