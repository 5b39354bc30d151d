package dev.selfsame.engine.face;

import dev.selfsame.engine.template.FaceTemplate;

import org.jspecify.annotations.Nullable;

/**
 * One face, measured. All coordinates are pixels of the upright file. Shares its mesh array.
 *
 * @param box where it is
 * @param eyes eye centres
 * @param mesh 468 points as x, y pairs, in the order of the MediaPipe face mesh
 * @param faceness probability 0..1 of the mesh network that this is a face
 * @param pose direction of the head
 * @param openness eyes and mouth
 * @param quality what to expect of comparisons
 * @param template what comparisons take
 * @param ageYears estimated age, null where none was asked for
 */
public record FaceReading(
        FaceBox box,
        Eyes eyes,
        float[] mesh,
        double faceness,
        HeadPose pose,
        Openness openness,
        FaceQuality quality,
        FaceTemplate template,
        @Nullable Double ageYears) {}
