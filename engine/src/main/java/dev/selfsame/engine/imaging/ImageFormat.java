package dev.selfsame.engine.imaging;

/** The picture formats that are read, recognised by content and never by name. */
public enum ImageFormat {
    JPEG("image/jpeg"),
    PNG("image/png"),
    BMP("image/bmp"),
    TIFF("image/tiff"),
    /** FBI wavelet scalar quantisation, the usual compression of fingerprints (IAFIS-IC-0110). */
    WSQ("image/x-wsq");

    private final String mediaType;

    ImageFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The media type to send with such bytes. */
    public String mediaType() {
        return mediaType;
    }
}
