/**
 * The reference of the APIs, {@code /docs}: a page, the OpenAPI documents that it shows, a Postman
 * collection, and the guide: the documents of the repository. All of it is made by the build and
 * open to all. Depends on the border shared by all APIs, and licence.
 */
@NullMarked
package dev.selfsame.server.api.docs;

import org.jspecify.annotations.NullMarked;
