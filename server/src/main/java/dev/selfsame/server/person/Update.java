package dev.selfsame.server.person;

/** What came of replacing some of a person's templates. */
public sealed interface Update {

    /** What was sent is replaced, durably; what was not sent is as before. */
    record Updated(Person person) implements Update {}

    /** Nobody of that name is enrolled. */
    record UnknownPerson() implements Update {}

    /** Nothing was changed. */
    record Unusable(UnusableSample sample) implements Update {}
}
