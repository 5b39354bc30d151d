/**
 * The Multibiometrics API, {@code /multibiometrics} and {@code /quality} below any path: its
 * routes, its wire objects, its error table and what browsers may do with it. Depends on the domain
 * packages and on the border shared by all APIs.
 */
@NullMarked
package dev.selfsame.server.api.multibiometrics;

import org.jspecify.annotations.NullMarked;
