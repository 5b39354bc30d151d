package dev.selfsame.server.person;

import java.util.Optional;

/** Enrols, verifies, updates and deletes the people of a tenant. Safe for any number of threads. */
public interface People {

    /**
     * Makes templates of the pictures and keeps them.
     *
     * @throws dev.selfsame.server.problem.Problem {@code BUSY}, {@code UNAVAILABLE}
     */
    Enrolment enrol(String tenantId, CustomId id, Capture capture);

    /**
     * Replaces the templates of what was sent.
     *
     * @throws dev.selfsame.server.problem.Problem {@code BUSY}, {@code UNAVAILABLE}
     */
    Update update(String tenantId, CustomId id, Capture capture);

    /** Deletes the person and every template; empty if there is nobody of that name. */
    Optional<Person> delete(String tenantId, CustomId id);

    /**
     * Compares the pictures with what is enrolled.
     *
     * @throws dev.selfsame.server.problem.Problem {@code BUSY}, {@code UNAVAILABLE}
     */
    Verification verify(String tenantId, CustomId id, Capture capture);
}
