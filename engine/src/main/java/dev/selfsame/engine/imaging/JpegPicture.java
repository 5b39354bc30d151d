package dev.selfsame.engine.imaging;

/** A JPEG (ITU-T T.81) whose structure was followed from the first byte to the end marker. */
record JpegPicture(Bytes jpeg, JpegHeader header, JpegScans scans, JpegDecoder decoder)
        implements Picture {

    static JpegPicture open(byte[] file, ImageLimits limits, JpegDecoder decoder)
            throws RefusedException {
        Bytes jpeg = Bytes.bigEndian(file);
        JpegHeader header = JpegHeader.read(jpeg, limits);
        JpegScans scans = JpegScans.read(jpeg, header);
        HiddenFiles.check(file, scans.end());
        return new JpegPicture(jpeg, header, scans, decoder);
    }

    @Override
    public PictureSize size() {
        return header.frame().size();
    }

    @Override
    public PictureHints hints() {
        return header.hints();
    }

    @Override
    public int jpegQuality() {
        return header.quality();
    }

    @Override
    public Image pixels(int reduction) throws RefusedException {
        return decoder.decode(this, reduction);
    }

    boolean isSequential() {
        return !header.frame().progressive();
    }

    /** A JPEG of the same pixels that holds nothing else. */
    byte[] essentials() {
        int length = 2 + scans.end() - header.firstScan();
        for (JpegSegment segment : header.essentials()) {
            length += segment.end() - segment.start();
        }
        byte[] file = jpeg.array();
        byte[] bare = new byte[length];
        bare[0] = (byte) 0xFF;
        bare[1] = (byte) JpegSegment.SOI;
        int at = 2;
        for (JpegSegment segment : header.essentials()) {
            int bytes = segment.end() - segment.start();
            System.arraycopy(file, segment.start(), bare, at, bytes);
            at += bytes;
        }
        System.arraycopy(file, header.firstScan(), bare, at, length - at);
        return bare;
    }
}
