package dev.selfsame.engine.finger;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.machinezoo.sourceafis.FingerprintTemplate;

import dev.selfsame.engine.template.BrokenTemplateException;
import dev.selfsame.engine.template.FingerTemplate;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * The bytes in a finger template: SourceAFIS's own form, a CBOR map with one array per property of
 * a minutia and their types as one string.
 *
 * <p>why the look before SourceAFIS reads them: it builds tables that grow with the square of the
 * number of minutiae and numbers them with one byte, so the number must be known to be small first.
 */
final class SerializedMinutiae {

    /** Name of templates that SourceAFIS 3 made and compares. */
    static final String MODE = "SOURCEAFIS";

    static final int MODE_VERSION = 1;

    /** What one byte can number; the interchange formats hold no more either. */
    static final int MAX_MINUTIAE = 255;

    private static final int MAX_DEPTH = 2;
    private static final CBORFactory CBOR = new CBORFactory();

    private SerializedMinutiae() {}

    static FingerTemplate template(byte[] minutiae) {
        return new FingerTemplate(MODE, MODE_VERSION, minutiae);
    }

    /**
     * What SourceAFIS compares.
     *
     * @throws BrokenTemplateException if another mode made it, or nothing that SourceAFIS can read
     */
    static FingerprintTemplate open(FingerTemplate template) {
        if (!template.mode().equals(MODE) || template.modeVersion() != MODE_VERSION) {
            throw new BrokenTemplateException(
                    "finger templates of mode %s version %d cannot be compared here (expected: %s %d)"
                            .formatted(
                                    template.mode(), template.modeVersion(), MODE, MODE_VERSION));
        }
        count(template.minutiae());
        try {
            return new FingerprintTemplate(template.minutiae());
        } catch (IllegalArgumentException e) {
            throw broken(e);
        }
    }

    /**
     * Number of minutiae.
     *
     * @throws BrokenTemplateException if this is no map of arrays of numbers and short strings
     */
    static int count(byte[] minutiae) {
        try (JsonParser parser = CBOR.createParser(minutiae)) {
            int count = countTypes(parser);
            if (count < 0 || parser.nextToken() != null) {
                throw broken(null);
            }
            return count;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private static int countTypes(JsonParser parser) throws IOException {
        int count = -1;
        int depth = 0;
        do {
            JsonToken token = parser.nextToken();
            depth += nesting(token);
            if (depth > MAX_DEPTH) {
                throw broken(null);
            }
            if (token == JsonToken.VALUE_STRING) {
                int length = parser.getTextLength();
                if (length > MAX_MINUTIAE) {
                    throw new BrokenTemplateException(
                            "the finger template has more than " + MAX_MINUTIAE + " minutiae");
                }
                count = "types".equals(parser.currentName()) ? length : count;
            }
        } while (depth > 0);
        return count;
    }

    /** Change of depth; anything that SourceAFIS writes no template with is refused. */
    private static int nesting(@Nullable JsonToken token) {
        return switch (token) {
            case START_OBJECT, START_ARRAY -> 1;
            case END_OBJECT, END_ARRAY -> -1;
            case FIELD_NAME, VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> 0;
            // why: a byte string would be read as text by way of base64, past the limit on length
            case null, default -> throw broken(null);
        };
    }

    private static BrokenTemplateException broken(@Nullable Throwable cause) {
        BrokenTemplateException broken =
                new BrokenTemplateException("the finger template holds no readable minutiae");
        if (cause != null) {
            broken.initCause(cause);
        }
        return broken;
    }
}
