/**
 * The Biometric Services API, {@code /bioserver-app/v2}: its routes, its wire objects and its error
 * table. Depends on the domain packages and on the border shared by all APIs.
 */
@NullMarked
package dev.selfsame.server.api.bioservices;

import org.jspecify.annotations.NullMarked;
