package dev.selfsame.server.trial;

/**
 * Which pictures somebody is enrolled with, by their numbers in an {@link Album}.
 *
 * @param first of Finger-1
 * @param second of Finger-2
 * @param face {@link #NO_FACE} if there is none
 */
record Looks(int first, int second, int face) {

    static final int NO_FACE = -1;

    boolean hasFace() {
        return face != NO_FACE;
    }

    /** The same fingers without the face. */
    Looks fingers() {
        return new Looks(first, second, NO_FACE);
    }

    /** What is enrolled after an update with these: a face that is not sent stays. */
    Looks updatedWith(Looks sent) {
        return sent.hasFace() ? sent : new Looks(sent.first, sent.second, face);
    }
}
