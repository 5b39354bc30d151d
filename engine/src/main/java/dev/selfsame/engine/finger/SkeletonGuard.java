package dev.selfsame.engine.finger;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.machinezoo.sourceafis.FingerprintTransparency;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Stops the extractor where the lines that it traced are no ridges of a finger.
 *
 * <p>why: its next steps compare every line end with every other, and a picture of noise has so
 * many that one megapixel takes a minute; a finger has at most a thousand (measured on FVC2002:
 * median 200 to 320, most 1,051). The extractor's own window for observers is where it can be
 * stopped.
 */
final class SkeletonGuard extends FingerprintTransparency {

    /** Ends and forks of lines before any is discarded. */
    private static final int MAX_POINTS = 4000;

    private static final String RIDGES = "ridges-traced-skeleton";
    private static final String VALLEYS = "valleys-traced-skeleton";
    private static final CBORFactory CBOR = new CBORFactory();

    /** There are too many lines for a finger. */
    static final class NoRidgesException extends RuntimeException {

        private static final long serialVersionUID = 1;

        NoRidgesException(int points) {
            super(points + " ends and forks of lines (expected: <= " + MAX_POINTS + ")");
        }
    }

    @Override
    public boolean accepts(String key) {
        return key.equals(RIDGES) || key.equals(VALLEYS);
    }

    @Override
    public void take(String key, String mime, byte[] data) {
        int points = countPoints(data);
        if (points > MAX_POINTS) {
            throw new NoRidgesException(points);
        }
    }

    /** Length of the array named minutiae, whose elements are objects. */
    private static int countPoints(byte[] skeleton) {
        try (JsonParser parser = CBOR.createParser(skeleton)) {
            do {
                parser.nextToken();
            } while (!"minutiae".equals(parser.currentName()));
            parser.nextToken();
            int points = 0;
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                parser.skipChildren();
                points++;
            }
            return points;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
