package dev.selfsame.engine.portrait;

import dev.selfsame.engine.face.LocatedFace;
import dev.selfsame.engine.imaging.Image;

/**
 * Where the face stands in the picture. Source: ISO/IEC 19794-5, clause 8 (full frontal image): the
 * head takes 1:2 to 4:7 of the picture's width, the face's middle lies at 45 to 55 % of the width,
 * the eyes at 50 to 70 % of the height from below.
 */
final class Framing {

    private static final class Parameters {
        // why: the mesh ends before the ears; ears and mesh together are about 1.1 times as wide
        static final double HEAD_PER_MESH = 1.1;
        static final double LEAST_WIDTH = 1 / 2.0;
        static final double MOST_WIDTH = 4 / 7.0;
        // why: the estimate of the head's width is off by up to a tenth
        static final double WIDTH_ERROR = 0.12;
        static final double LEAST_ACROSS = 0.45;
        static final double MOST_ACROSS = 0.55;
        static final double LEAST_UP = 0.5;
        static final double MOST_UP = 0.7;
        static final double PLACE_ERROR = 0.02;
        static final double LEAST_INTER_EYE_PIXELS = 12;
    }

    private static final int RIGHT_TEMPLE = 234;
    private static final int LEFT_TEMPLE = 454;

    private Framing() {}

    static FramingVerdict of(LocatedFace face, Image picture) {
        if (!(face.eyes().interEyePixels() >= Parameters.LEAST_INTER_EYE_PIXELS)) {
            return FramingVerdict.NO_LANDMARKS;
        }
        double width = headWidth(face) / picture.width();
        if (width < Parameters.LEAST_WIDTH * (1 - Parameters.WIDTH_ERROR)) {
            return FramingVerdict.TOO_FAR;
        }
        if (width > Parameters.MOST_WIDTH * (1 + Parameters.WIDTH_ERROR)) {
            return FramingVerdict.TOO_NEAR;
        }
        double across = (face.eyes().x1() + face.eyes().x2()) / 2 / picture.width();
        double up = 1 - (face.eyes().y1() + face.eyes().y2()) / 2 / picture.height();
        return placed(across, up);
    }

    private static FramingVerdict placed(double across, double up) {
        if (across < Parameters.LEAST_ACROSS - Parameters.PLACE_ERROR) {
            return FramingVerdict.SHIFTED_LEFT;
        }
        if (across > Parameters.MOST_ACROSS + Parameters.PLACE_ERROR) {
            return FramingVerdict.SHIFTED_RIGHT;
        }
        if (up > Parameters.MOST_UP + Parameters.PLACE_ERROR) {
            return FramingVerdict.SHIFTED_UP;
        }
        if (up < Parameters.LEAST_UP - Parameters.PLACE_ERROR) {
            return FramingVerdict.SHIFTED_DOWN;
        }
        return FramingVerdict.OK;
    }

    private static double headWidth(LocatedFace face) {
        float[] mesh = face.mesh();
        return Parameters.HEAD_PER_MESH
                * Math.hypot(
                        mesh[2 * LEFT_TEMPLE] - mesh[2 * RIGHT_TEMPLE],
                        mesh[2 * LEFT_TEMPLE + 1] - mesh[2 * RIGHT_TEMPLE + 1]);
    }
}
