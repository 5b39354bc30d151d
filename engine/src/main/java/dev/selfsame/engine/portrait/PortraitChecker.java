package dev.selfsame.engine.portrait;

import dev.selfsame.engine.face.FaceLocator;
import dev.selfsame.engine.face.LocatedFace;
import dev.selfsame.engine.imaging.DecodeResult.Decoded;
import dev.selfsame.engine.imaging.DecodeResult.Refused;
import dev.selfsame.engine.imaging.Image;
import dev.selfsame.engine.imaging.ImageDecoder;
import dev.selfsame.engine.imaging.ImageInfo;
import dev.selfsame.engine.imaging.Pyramid;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Checks a picture against the requirements of a portrait for an identity document. Safe for any
 * number of threads; the same file always gives the same report.
 */
public final class PortraitChecker {

    // why: a portrait of this size has well over the 90 pixels between the eyes that ISO/IEC
    // 19794-5 asks for
    private static final int LONG_SIDE = 1000;

    private final ImageDecoder decoder;
    private final FaceLocator locator;

    /** A checker that looks with this locator. */
    public PortraitChecker(ImageDecoder decoder, FaceLocator locator) {
        this.decoder = Objects.requireNonNull(decoder, "decoder");
        this.locator = Objects.requireNonNull(locator, "locator");
    }

    /** Checks one picture file. */
    public PortraitCheck check(byte[] file) {
        return switch (decoder.decode(file, LONG_SIDE)) {
            case Refused refused -> new PortraitCheck.Unreadable(refused);
            case Decoded decoded ->
                    new PortraitCheck.Checked(
                            report(decoded.image(), decoded.info()), decoded.info());
        };
    }

    private PortraitReport report(Image image, ImageInfo info) {
        Pyramid picture = new Pyramid(image);
        List<LocatedFace> faces = locator.noticeable(picture);
        if (faces.isEmpty()) {
            return new PortraitReport(FramingVerdict.NO_FACE, withoutFace());
        }
        FramingVerdict framing = Framing.of(faces.get(0), image);
        if (framing == FramingVerdict.NO_LANDMARKS) {
            return new PortraitReport(framing, withoutFace());
        }
        PortraitSheet sheet = PortraitSheet.of(picture, faces.get(0));
        Map<Requirement, Finding> findings = ofFace(sheet);
        findings.put(Requirement.PIXELATION, Pixelation.of(image, info, faces.get(0).box()));
        findings.put(Requirement.OTHER_FACES, OtherFaces.among(faces));
        return new PortraitReport(framing, findings);
    }

    private static Map<Requirement, Finding> ofFace(PortraitSheet sheet) {
        Map<Requirement, Finding> findings = new EnumMap<>(Requirement.class);
        findings.put(Requirement.BLURRED, Sharpness.blurred(sheet));
        findings.put(Requirement.LOOKING_AWAY, Gaze.lookingAway(sheet));
        findings.put(Requirement.INK_MARKED, Ink.marked(sheet));
        findings.put(Requirement.UNNATURAL_SKIN, SkinColour.unnatural(sheet));
        findings.put(Requirement.TOO_DARK_LIGHT, Exposure.tooDarkOrLight(sheet));
        findings.put(Requirement.WASHED_OUT, Exposure.washedOut(sheet));
        findings.put(Requirement.HAIR_ACROSS_EYES, HairOverEyes.across(sheet));
        findings.put(Requirement.EYES_CLOSED, EyesShut.closed(sheet));
        findings.put(Requirement.VARIED_BACKGROUND, BehindHead.varied(sheet));
        findings.put(Requirement.ROLL_PITCH_YAW, HeadTurn.turned(sheet));
        findings.put(Requirement.FLASH_REFLECTION_ON_SKIN, Glare.onSkin(sheet));
        findings.put(Requirement.RED_EYES, RedPupils.red(sheet));
        findings.put(Requirement.SHADOWS_BEHIND_HEAD, BehindHead.shadowed(sheet));
        findings.put(Requirement.SHADOWS_ACROSS_FACE, FaceShadows.across(sheet));
        findings.put(Requirement.DARK_TINTED_LENSES, Lenses.darkTinted(sheet));
        findings.put(Requirement.FLASH_REFLECTION_ON_LENSES, Glare.onLenses(sheet));
        findings.put(Requirement.FRAMES_TOO_HEAVY, Frames.tooHeavy(sheet));
        findings.put(Requirement.FRAMES_COVERING_EYES, Frames.coveringEyes(sheet));
        findings.put(Requirement.HAT_CAP, Headwear.hat(sheet));
        findings.put(Requirement.VEIL_OVER_FACE, Veil.overFace(sheet));
        findings.put(Requirement.MOUTH_OPEN, MouthOpening.open(sheet));
        return findings;
    }

    /** Where there is no face nothing about it is met; only that there is no other one is sure. */
    private static Map<Requirement, Finding> withoutFace() {
        Map<Requirement, Finding> findings = new EnumMap<>(Requirement.class);
        for (Requirement requirement : Requirement.values()) {
            findings.put(requirement, Finding.IMPOSSIBLE);
        }
        findings.put(Requirement.OTHER_FACES, new Finding(100, 0));
        return findings;
    }
}
