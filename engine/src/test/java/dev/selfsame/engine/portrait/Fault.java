package dev.selfsame.engine.portrait;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;

/**
 * A portrait spoilt in one way.
 *
 * @param requirement what it breaks
 * @param mild a little of it
 * @param strong enough of it to fail
 * @param alsoFails other requirements that the strong one breaks too, and why not: none but these
 */
record Fault(
        Requirement requirement,
        BufferedImage mild,
        BufferedImage strong,
        Set<Requirement> alsoFails) {

    private Fault(Requirement requirement, BufferedImage mild, BufferedImage strong) {
        this(requirement, mild, strong, Set.of());
    }

    /** One for each requirement, in their order. */
    static List<Fault> all(StudioPortrait photo, StudioPortrait base, StudioPortrait other) {
        return List.of(
                new Fault(
                        Requirement.BLURRED,
                        Darkroom.blurred(base, 0.5),
                        Darkroom.blurred(base, 0.2)),
                new Fault(
                        Requirement.LOOKING_AWAY,
                        MakeUp.lookingAside(base, 4),
                        MakeUp.lookingAside(base, 11)),
                new Fault(Requirement.INK_MARKED, MakeUp.inked(base, 1), MakeUp.inked(base, 5)),
                new Fault(
                        Requirement.UNNATURAL_SKIN,
                        Darkroom.bluish(base, 0.3),
                        Darkroom.bluish(base, 0.8)),
                new Fault(
                        Requirement.TOO_DARK_LIGHT,
                        Darkroom.dimmed(base, 0.4),
                        Darkroom.dimmed(base, 0.15)),
                new Fault(
                        Requirement.WASHED_OUT,
                        Darkroom.washedOut(base, 0.6),
                        Darkroom.washedOut(base, 0.25)),
                new Fault(
                        Requirement.PIXELATION,
                        Darkroom.mosaic(base, 3),
                        Darkroom.mosaic(base, 8)),
                new Fault(
                        Requirement.HAIR_ACROSS_EYES,
                        MakeUp.strands(base, 1),
                        MakeUp.strands(base, 6)),
                new Fault(
                        Requirement.EYES_CLOSED,
                        MakeUp.lidsLowered(base, 0.3),
                        MakeUp.lidsLowered(base, 1)),
                new Fault(
                        Requirement.VARIED_BACKGROUND,
                        MakeUp.stripedWall(base, 20),
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
                        Requirement.RED_EYES,
                        MakeUp.redPupils(base, 70),
                        MakeUp.redPupils(base, 220)),
                new Fault(
                        Requirement.SHADOWS_BEHIND_HEAD,
                        MakeUp.shadowOnWall(base, 0.88),
                        MakeUp.shadowOnWall(base, 0.55)),
                new Fault(
                        Requirement.SHADOWS_ACROSS_FACE,
                        Darkroom.halfInShadow(base, 0.75),
                        Darkroom.halfInShadow(base, 0.35)),
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
                        MakeUp.glasses(base, 6, 28)),
                new Fault(Requirement.HAT_CAP, MakeUp.cap(base, 125), MakeUp.cap(base, 66)),
                new Fault(Requirement.VEIL_OVER_FACE, MakeUp.veiled(base, 18), MakeUp.veiled(base, 5)),
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
