package dev.selfsame.server.api.videoserver;

/** How a dialogue speaks to its browser. None of it fails where the browser is gone. */
interface CaptureVoice {

    /** Says something, which is written as JSON. */
    void say(Object message);

    /** Says goodbye. */
    void end();

    /**
     * Breaks off.
     *
     * @param code as the message before said
     */
    void fail(int code);
}
