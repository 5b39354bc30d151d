package dev.selfsame.client;

import java.util.Objects;

/** Whether the face of a picture was there in person. */
public sealed interface Liveness {

    /**
     * A verdict. One still picture is weak evidence.
     *
     * @param live false for what looks like a picture of a picture
     */
    record Judged(boolean live) implements Liveness {}

    /**
     * A picture that cannot be judged, which is neither live nor not.
     *
     * @param why in the words of the contract, such as {@code No Faces Detected}
     */
    record NotJudged(String why) implements Liveness {

        /** Checks that it says why. */
        public NotJudged {
            Objects.requireNonNull(why, "why");
        }
    }
}
