package dev.selfsame.engine.portrait;

/**
 * What a portrait is checked for, in the order of the wire contract. Each name says what must
 * <em>not</em> be seen; conformed means that it is not.
 */
public enum Requirement {
    BLURRED("Blurred"),
    LOOKING_AWAY("LookingAway"),
    INK_MARKED("InkMarked"),
    UNNATURAL_SKIN("UnnaturalSkin"),
    TOO_DARK_LIGHT("TooDarkLight"),
    WASHED_OUT("WashedOut"),
    PIXELATION("Pixelation"),
    HAIR_ACROSS_EYES("HairAcrossEyes"),
    EYES_CLOSED("EyesClosed"),
    VARIED_BACKGROUND("VariedBackground"),
    ROLL_PITCH_YAW("Roll_Pitch_Yaw"),
    FLASH_REFLECTION_ON_SKIN("FlashReflectionOnSkin"),
    RED_EYES("RedEyes"),
    SHADOWS_BEHIND_HEAD("ShadowsBehindHead"),
    SHADOWS_ACROSS_FACE("ShadowsAcrossFace"),
    DARK_TINTED_LENSES("DarkTintedLenses"),
    FLASH_REFLECTION_ON_LENSES("FlashReflectionOnLenses"),
    FRAMES_TOO_HEAVY("FramesTooHeavy"),
    FRAMES_COVERING_EYES("FramesCoveringEyes"),
    HAT_CAP("Hat_Cap"),
    VEIL_OVER_FACE("VeilOverFace"),
    MOUTH_OPEN("MouthOpen"),
    OTHER_FACES("OtherFaces");

    private final String wireName;

    Requirement(String wireName) {
        this.wireName = wireName;
    }

    /** The key on the wire, spelled as the contract spells it. */
    public String wireName() {
        return wireName;
    }
}
