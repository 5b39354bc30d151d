package dev.selfsame.server.person;

/** What came of enrolling somebody. */
public sealed interface Enrolment {

    /** The person is enrolled, durably. */
    record Enrolled(Person person) implements Enrolment {}

    /** Somebody of that name is enrolled already. */
    record AlreadyEnrolled() implements Enrolment {}

    /** Nothing was changed. */
    record Unusable(UnusableSample sample) implements Enrolment {}
}
