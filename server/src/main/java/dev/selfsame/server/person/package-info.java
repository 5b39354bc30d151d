/**
 * Enrolled people: their templates, kept encrypted, and the four things that are done with them.
 * Declares the store that keeps them. Depends on admission, audit, receipt, vault, tenant, problem
 * and the engine.
 */
@NullMarked
package dev.selfsame.server.person;

import org.jspecify.annotations.NullMarked;
