package dev.selfsame.engine.portrait;

import dev.selfsame.engine.face.LocatedFace;

import java.util.List;

/**
 * Other faces in the picture: the size of the largest of them as a share of the main one's, times
 * the networks' belief that it is a face.
 */
final class OtherFaces {

    private static final class Parameters {
        // why: any face that two networks confirm is one too many, a large one more surely so
        static final Scale SIZE = new Scale(0, 0.05, 1);
    }

    private OtherFaces() {}

    static Finding among(List<LocatedFace> faces) {
        LocatedFace main = faces.get(0);
        double most = 0;
        for (LocatedFace other : faces.subList(1, faces.size())) {
            double size = other.box().height() / main.box().height();
            most = Math.max(most, size * other.faceness() * other.box().confidence());
        }
        return Parameters.SIZE.judge(most);
    }
}
