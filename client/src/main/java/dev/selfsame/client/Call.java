package dev.selfsame.client;

import org.jspecify.annotations.Nullable;

/**
 * A request to be sent, perhaps more than once.
 *
 * @param method of HTTP
 * @param path below the server's address
 * @param keyHeader in which the key goes, null to send none
 * @param body null for none
 * @param repeatable whether it may be sent again though it may have arrived: true for what changes
 *     nothing on the server
 */
record Call(
        String method,
        String path,
        @Nullable String keyHeader,
        @Nullable Body body,
        boolean repeatable) {}
