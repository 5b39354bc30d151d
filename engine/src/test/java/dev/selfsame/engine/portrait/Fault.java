package dev.selfsame.engine.portrait;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A portrait spoilt in one way.
 *
 * @param requirement what it breaks
 * @param mild a little of it
 * @param strong enough of it to fail
 * @param alsoFails the other requirements that the strong one breaks too, because they are about
 *     the same pixels
 */
record Fault(
        Requirement requirement,
        BufferedImage mild,
        BufferedImage strong,
        Set<Requirement> alsoFails) {

    private Fault(
            Requirement requirement,
            BufferedImage mild,
            BufferedImage strong,
            Requirement... alsoFails) {
        this(requirement, mild, strong, Set.of(alsoFails));
    }

    @Override
    public String toString() {
        return requirement.wireName();
    }

    /**
     * One for each requirement, in their order.
     *
     * @param photo a person with an open mouth
     * @param base the same person, spoilt in nothing
     * @param other somebody else
     */
    static List<Fault> all(StudioPortrait photo, StudioPortrait base, StudioPortrait other) {
        List<Fault> all = new ArrayList<>(ofLight(base));
        all.addAll(ofFace(base));
        all.addAll(ofTheRest(photo, base, other));
        all.sort(Comparator.comparing(Fault::requirement));
        return List.copyOf(all);
    }

    private static List<Fault> ofLight(StudioPortrait base) {
        return List.of(
                new Fault(
                        Requirement.BLURRED, Darkroom.blurred(base, 1), Darkroom.blurred(base, 5)),
                new Fault(
                        Requirement.UNNATURAL_SKIN,
                        Darkroom.bluish(base, 0.3),
                        Darkroom.bluish(base, 0.8),
                        Requirement.HAT_CAP),
                new Fault(
                        Requirement.TOO_DARK_LIGHT,
                        Darkroom.dimmed(base, 0.4),
                        Darkroom.dimmed(base, 0.15),
                        Requirement.UNNATURAL_SKIN,
                        Requirement.WASHED_OUT),
                new Fault(
                        Requirement.WASHED_OUT,
                        Darkroom.washedOut(base, 0.6),
                        Darkroom.washedOut(base, 0.25),
                        Requirement.UNNATURAL_SKIN,
                        Requirement.EYES_CLOSED),
                new Fault(
                        Requirement.PIXELATION,
                        Darkroom.mosaic(base, 8, 0.15),
                        Darkroom.mosaic(base, 8, 1),
                        Requirement.MOUTH_OPEN),
                new Fault(
                        Requirement.VARIED_BACKGROUND,
                        MakeUp.stripedWall(base, 60),
                        MakeUp.stripedWall(base, 200)),
                new Fault(
                        Requirement.ROLL_PITCH_YAW,
                        Darkroom.turned(base, 7),
                        Darkroom.turned(base, 18)),
                new Fault(
                        Requirement.FLASH_REFLECTION_ON_SKIN,
                        MakeUp.shiny(base, 5),
                        MakeUp.shiny(base, 17)),
                new Fault(
                        Requirement.SHADOWS_BEHIND_HEAD,
                        MakeUp.shadowOnWall(base, 0.88),
                        MakeUp.shadowOnWall(base, 0.55)),
                new Fault(
                        Requirement.SHADOWS_ACROSS_FACE,
                        Darkroom.halfInShadow(base, 0.75),
                        Darkroom.halfInShadow(base, 0.35)));
    }

    private static List<Fault> ofFace(StudioPortrait base) {
        return List.of(
                new Fault(
                        Requirement.LOOKING_AWAY,
                        MakeUp.lookingAside(base, 4),
                        MakeUp.lookingAside(base, 11)),
                new Fault(Requirement.INK_MARKED, MakeUp.inked(base, 1), MakeUp.inked(base, 5)),
                new Fault(
                        Requirement.HAIR_ACROSS_EYES,
                        MakeUp.strands(base, 3),
                        MakeUp.strands(base, 6)),
                new Fault(
                        Requirement.EYES_CLOSED,
                        MakeUp.lidsLowered(base, 0.3),
                        MakeUp.lidsLowered(base, 1)),
                new Fault(
                        Requirement.RED_EYES,
                        MakeUp.redPupils(base, 70),
                        MakeUp.redPupils(base, 220)));
    }

    private static List<Fault> ofTheRest(
            StudioPortrait photo, StudioPortrait base, StudioPortrait other) {
        return List.of(
                new Fault(
                        Requirement.DARK_TINTED_LENSES,
                        MakeUp.tinted(base, 0.25f),
                        MakeUp.tinted(base, 0.8f)),
                new Fault(
                        Requirement.FLASH_REFLECTION_ON_LENSES,
                        MakeUp.reflecting(base, 7),
                        MakeUp.reflecting(base, 22)),
                new Fault(
                        Requirement.FRAMES_TOO_HEAVY,
                        MakeUp.glasses(base, 5, 0),
                        MakeUp.glasses(base, 12, 0)),
                new Fault(
                        Requirement.FRAMES_COVERING_EYES,
                        MakeUp.glasses(base, 5, 14),
                        MakeUp.glasses(base, 7, 30)),
                new Fault(Requirement.HAT_CAP, MakeUp.cap(base, 125), MakeUp.cap(base, 66)),
                new Fault(
                        Requirement.VEIL_OVER_FACE,
                        MakeUp.veiled(base, 18),
                        MakeUp.veiled(base, 5),
                        Requirement.UNNATURAL_SKIN,
                        Requirement.INK_MARKED),
                new Fault(
                        Requirement.MOUTH_OPEN,
                        photo.withMouthClosed(0.75).picture(),
                        photo.picture()),
                new Fault(
                        Requirement.OTHER_FACES,
                        MakeUp.withBystander(base, other, 0.25),
                        MakeUp.withBystander(base, other, 0.38)));
    }
}
