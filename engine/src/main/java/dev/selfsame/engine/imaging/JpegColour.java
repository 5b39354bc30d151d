package dev.selfsame.engine.imaging;

/** What the channels of a JPEG mean, by the rules all common decoders follow. */
enum JpegColour {
    GREY,
    YCC,
    RGB,
    /** Ink as it is: 255 is full ink. */
    CMYK,
    /** Ink stored upside down, as Adobe's programs do: 255 is no ink. */
    INVERTED_CMYK,
    INVERTED_YCCK;

    /** The transform flag where there is no Adobe segment. */
    static final int NO_ADOBE = -1;

    private static final int TRANSFORM_NONE = 0;
    private static final int TRANSFORM_YCCK = 2;

    static JpegColour of(JpegFrame frame, boolean jfif, int adobeTransform) {
        return switch (frame.components().size()) {
            case 1 -> GREY;
            case 3 -> threeChannels(frame, jfif, adobeTransform);
            default -> fourChannels(adobeTransform);
        };
    }

    private static JpegColour threeChannels(JpegFrame frame, boolean jfif, int adobeTransform) {
        if (jfif) {
            return YCC;
        }
        if (adobeTransform != NO_ADOBE) {
            return adobeTransform == TRANSFORM_NONE ? RGB : YCC;
        }
        boolean named =
                frame.indexOf('R') == 0 && frame.indexOf('G') == 1 && frame.indexOf('B') == 2;
        return named ? RGB : YCC;
    }

    private static JpegColour fourChannels(int adobeTransform) {
        return switch (adobeTransform) {
            case NO_ADOBE -> CMYK;
            case TRANSFORM_YCCK -> INVERTED_YCCK;
            default -> INVERTED_CMYK;
        };
    }

    boolean isInk() {
        return this != GREY && this != YCC && this != RGB;
    }
}
