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
        // why: knots and folds that look like a face stay below 0.5, people are 0.69 and more
        static final double BELIEF = 0.55;
    }

    private OtherFaces() {}

    static Finding among(List<LocatedFace> faces) {
        LocatedFace main = faces.get(0);
        double most = 0;
        for (LocatedFace other : faces.subList(1, faces.size())) {
            double belief = other.faceness() * other.box().confidence();
            if (belief > Parameters.BELIEF) {
                most = Math.max(most, belief * other.box().height() / main.box().height());
            }
        }
        return Parameters.SIZE.judge(most);
    }
}
