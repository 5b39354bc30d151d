package dev.selfsame.engine.imaging;

import java.util.Arrays;
import java.util.List;

/** A fingerprint in the FBI's wavelet scalar quantisation (IAFIS-IC-0110, version 3.1). */
record WsqPicture(WsqHeader header, WsqBand whole) implements Picture {

    /** The last four bands are never coded. */
    static final int CODED_BANDS = 60;

    /** A plain white print has about 400 pixels a byte. */
    private static final int MOST_PIXELS_PER_BYTE = 2048;

    static WsqPicture open(byte[] file, ImageLimits limits) throws RefusedException {
        WsqHeader header = WsqHeader.read(Bytes.bigEndian(file), limits);
        HiddenFiles.check(file, header.end());
        PictureSize size = header.frame().size();
        if (size.pixels() > (long) file.length * MOST_PIXELS_PER_BYTE) {
            throw RefusedException.truncated("it holds too few pixel data for its size");
        }
        return new WsqPicture(header, WsqBand.whole(size));
    }

    @Override
    public PictureSize size() {
        return header.frame().size();
    }

    @Override
    public PictureHints hints() {
        return new PictureHints(1, header.dpi());
    }

    @Override
    public Image pixels(int reduction) throws RefusedException {
        float[] plane = coefficients();
        WsqWavelet.join(whole, header.filters(), plane, size());
        RowSink sink = new RowSink(size(), reduction);
        byte[] rgb = new byte[size().width() * 3];
        for (int y = 0; y < size().height(); y++) {
            for (int x = 0; x < size().width(); x++) {
                byte grey = grey(plane[y * size().width() + x]);
                Arrays.fill(rgb, x * 3, x * 3 + 3, grey);
            }
            sink.add(rgb);
        }
        return sink.image();
    }

    private byte grey(float value) {
        double pixel = value * header.frame().scale() + header.frame().shift();
        return (byte) Math.clamp(Math.round(pixel), 0L, 255L);
    }

    private float[] coefficients() throws RefusedException {
        List<WsqBand> bands = whole.leaves().subList(0, CODED_BANDS);
        WsqQuantiser quantiser = header.quantiser();
        long expected = 0;
        for (int i = 0; i < CODED_BANDS; i++) {
            expected += quantiser.isCoded(i) ? bands.get(i).samples() : 0;
        }
        // why: a first run that keeps nothing, so that only data that are whole get the memory
        WsqLevels.decode(header, expected, (count, level) -> {});
        float[] plane = new float[size().width() * size().height()];
        WsqLevels.decode(header, expected, new WsqPlane(plane, size().width(), bands, quantiser));
        return plane;
    }
}
