package dev.selfsame.engine.liveness;

/** Why a capture ended as it did, for people. */
public enum Diagnostic {
    LIVE("Live person"),
    NO_FACE("No face detected"),
    SEVERAL_FACES("More than one face"),
    NOT_FINISHED("The capture was not finished"),
    TOO_BRIGHT("Too much brightness"),
    TOO_DARK("Too little light"),
    INTERRUPTED("The face was lost during the challenge"),
    WRONG_MOVES("The head did not follow the targets"),
    TOO_SLOW("The targets were not reached in time"),
    MOVED("User moved during illumination"),
    UNUSABLE_PICTURE("No frame is good enough"),
    FRAMES_MISSING("Too few frames"),
    DIFFERENT_PEOPLE("Not the same person in every frame"),
    REPEATED_FRAMES("The same frames came again"),
    CUT("The frames do not follow each other"),
    FLAT("The face moves like a flat picture"),
    TEXTURE("The face looks like a print or a screen"),
    LIFELESS("The face does not move like a living one"),
    ATTACK("Several signs together speak for an attack");

    private final String text;

    Diagnostic(String text) {
        this.text = text;
    }

    /** One short sentence, without anything of the person. */
    public String text() {
        return text;
    }
}
