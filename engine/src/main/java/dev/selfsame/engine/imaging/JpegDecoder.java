package dev.selfsame.engine.imaging;

/**
 * Makes pixels of a JPEG whose structure was checked. Two implementations: native where there is
 * one for the platform, the JDK's everywhere else and for ink colours.
 */
sealed interface JpegDecoder permits NativeJpegDecoder, JdkJpegDecoder {

    Image decode(JpegPicture picture, int reduction) throws RefusedException;

    /** The fastest one that works on this machine. */
    static JpegDecoder best() {
        JdkJpegDecoder jdk = new JdkJpegDecoder();
        return NativeJpegDecoder.available() ? new NativeJpegDecoder(jdk) : jdk;
    }
}
