package dev.selfsame.engine.portrait;

import dev.selfsame.engine.face.Eyes;
import dev.selfsame.engine.face.FaceLocation;
import dev.selfsame.engine.face.FaceLocator;
import dev.selfsame.engine.imaging.Image;
import dev.selfsame.engine.imaging.Pyramid;
import dev.selfsame.engine.imaging.Resampler;

import java.util.Objects;

/** Cuts the one face of a picture out as a token frontal image. Safe for any number of threads. */
public final class TokenCropper {

    private static final double MOST_INTER_EYE = TokenGeometry.MOST_WIDTH / 4.0;

    private final FaceLocator locator;

    /** A cropper that finds faces with this locator. */
    public TokenCropper(FaceLocator locator) {
        this.locator = Objects.requireNonNull(locator, "locator");
    }

    /** Cuts the face out, turned so that the eyes are level. */
    public TokenCrop crop(byte[] file) {
        return switch (locator.locate(file, MOST_INTER_EYE)) {
            case FaceLocation.Unreadable(var refusal) -> new TokenCrop.Unreadable(refusal);
            case FaceLocation.NoFace(var info) -> new TokenCrop.NoFace(info);
            case FaceLocation.SeveralFaces(int count, var info) ->
                    new TokenCrop.SeveralFaces(count, info);
            case FaceLocation.Found(var picture, var face, var info) ->
                    new TokenCrop.Cropped(cut(picture, face.eyes()), info);
        };
    }

    private static Image cut(Pyramid picture, Eyes eyes) {
        TokenGeometry geometry = TokenGeometry.forInterEye(eyes.interEyePixels());
        int width = geometry.width();
        int height = geometry.height();
        float[] sampled = new float[width * height * 3];
        // why: what the picture does not show is continued from its edge: the background of a
        // portrait reaches it, so no line is seen where the picture ends, and no black frame
        // spoils measurements of the background
        Resampler.sample(
                picture, geometry.toPicture(eyes), Resampler.Beyond.EDGE, width, height, sampled);
        byte[] rgb = new byte[sampled.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) Math.clamp(Math.round(sampled[i]), 0, 255);
        }
        return new Image(width, height, rgb);
    }
}
