package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.Image;

/** How likely a face is the one the picture is about: large and near the middle. */
final class Prominence {

    // why: in press photographs the person named is in the middle even where another face is a
    // little larger; half the weight at the corner decides these without overruling clear sizes
    private static final double LOSS_AT_CORNER = 0.5;

    private Prominence() {}

    static double of(Detection face, Image image) {
        double halfDiagonal = Math.hypot(image.width(), image.height()) / 2;
        double away =
                Math.hypot(face.x() - image.width() / 2.0, face.y() - image.height() / 2.0)
                        / halfDiagonal;
        return face.size() * (1 - LOSS_AT_CORNER * Math.min(1, away));
    }
}
