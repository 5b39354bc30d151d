package dev.selfsame.engine.finger;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;

import dev.selfsame.engine.template.BrokenTemplateException;
import dev.selfsame.engine.template.FingerTemplate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The minutiae of a template where the interchange formats want them: in whole pixels of {@value
 * #PIXELS_PER_CENTIMETRE} per centimetre, inside the picture.
 *
 * @param width pixels, 1..{@value #MAX_SIDE}
 * @param height pixels, 1..{@value #MAX_SIDE}
 * @param minutiae 1..255
 */
record MinutiaPlan(int width, int height, List<Minutia> minutiae) {

    /** 500 pixels per inch to the nearest whole number, as the formats count per centimetre. */
    static final int PIXELS_PER_CENTIMETRE = 197;

    /** Positions have 14 bits. */
    static final int MAX_SIDE = 16_383;

    /** What the rounding to whole pixels per centimetre makes of a pixel, 0.08 % more. */
    private static final double SCALE = PIXELS_PER_CENTIMETRE * 2.54 / Resolution.USUAL_DPI;

    private static final ObjectReader READER =
            new CBORMapper()
                    .readerFor(Serialized.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    MinutiaPlan {
        minutiae = List.copyOf(minutiae);
    }

    /** What SourceAFIS writes; angles are clockwise in radians, positions at 500 dpi. */
    private record Serialized(
            int width,
            int height,
            int[] positionsX,
            int[] positionsY,
            double[] directions,
            String types) {}

    /**
     * The template's minutiae; those left of the picture or above it, which only a made-up template
     * has, are left out, and the picture grows where they lie beyond it.
     *
     * @throws BrokenTemplateException if it cannot be read or has no minutiae
     */
    static MinutiaPlan of(FingerTemplate template) {
        SerializedMinutiae.open(template);
        Serialized in = read(template.minutiae());
        int width = side(in.width());
        int height = side(in.height());
        List<Minutia> minutiae = new ArrayList<>();
        for (int i = 0; i < in.types().length(); i++) {
            int x = scaled(in.positionsX()[i]);
            int y = scaled(in.positionsY()[i]);
            if (Math.min(x, y) >= 0 && Math.max(x, y) < MAX_SIDE) {
                width = Math.max(width, x + 1);
                height = Math.max(height, y + 1);
                minutiae.add(new Minutia(x, y, degrees(in, i), in.types().charAt(i) == 'E'));
            }
        }
        if (minutiae.isEmpty()) {
            throw new BrokenTemplateException("the finger template holds no minutiae");
        }
        return new MinutiaPlan(width, height, minutiae);
    }

    private static Serialized read(byte[] minutiae) {
        try {
            Serialized in = Objects.requireNonNull(READER.readValue(minutiae));
            int count = in.types().length();
            if (in.positionsX().length != count
                    || in.positionsY().length != count
                    || in.directions().length != count) {
                throw new BrokenTemplateException(
                        "the finger template holds unequal numbers of positions and angles");
            }
            return in;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private static BrokenTemplateException broken(Exception cause) {
        BrokenTemplateException broken =
                new BrokenTemplateException("the finger template holds no readable minutiae");
        broken.initCause(cause);
        return broken;
    }

    private static int side(int pixels) {
        return Math.clamp(scaled(pixels), 1, MAX_SIDE);
    }

    private static int scaled(int pixels) {
        return (int) Math.round(pixels * SCALE);
    }

    /** Counter-clockwise, as y goes up in the standards and down in the template. */
    private static double degrees(Serialized in, int i) {
        double clockwise = Math.toDegrees(in.directions()[i]) % 360;
        return clockwise > 0 ? 360 - clockwise : -clockwise;
    }
}
