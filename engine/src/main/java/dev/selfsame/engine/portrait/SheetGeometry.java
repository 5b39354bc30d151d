package dev.selfsame.engine.portrait;

import dev.selfsame.engine.face.LocatedFace;
import dev.selfsame.engine.imaging.Affine;
import dev.selfsame.engine.imaging.Similarity;

/**
 * The upright sheet that every measurement looks at: eyes level and 64 pixels apart, with as much
 * around them as a portrait of ISO/IEC 19794-5 proportions has.
 *
 * @param toPicture from sheet pixels to pixels of the decoded picture
 * @param mesh the mesh as x, y pairs in sheet pixels; shared
 */
record SheetGeometry(Affine toPicture, float[] mesh) {

    static final int WIDTH = 256;
    static final int HEIGHT = 320;
    static final int INTER_EYE = 64;
    static final int CENTRE_X = 128;
    static final int EYES_Y = 144;

    private static final double[] EYES = {
        CENTRE_X - INTER_EYE / 2.0, EYES_Y, CENTRE_X + INTER_EYE / 2.0, EYES_Y
    };

    static SheetGeometry of(LocatedFace face) {
        double[] eyes = {face.eyes().x1(), face.eyes().y1(), face.eyes().x2(), face.eyes().y2()};
        Affine toPicture = Similarity.fit(EYES, eyes);
        Affine toSheet = toPicture.inverse();
        float[] mesh = new float[face.mesh().length];
        for (int i = 0; i < mesh.length; i += 2) {
            mesh[i] = (float) toSheet.x(face.mesh()[i], face.mesh()[i + 1]);
            mesh[i + 1] = (float) toSheet.y(face.mesh()[i], face.mesh()[i + 1]);
        }
        return new SheetGeometry(toPicture, mesh);
    }

    /** A length in sheet pixels from one in distances between the eyes. */
    static int pixels(double interEyes) {
        return (int) Math.round(interEyes * INTER_EYE);
    }

    static int column(int pixel) {
        return pixel % WIDTH;
    }

    static int row(int pixel) {
        return pixel / WIDTH;
    }

    double x(int point) {
        return mesh[2 * point];
    }

    double y(int point) {
        return mesh[2 * point + 1];
    }
}
