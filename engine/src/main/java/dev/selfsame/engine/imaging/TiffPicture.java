package dev.selfsame.engine.imaging;

import java.io.IOException;

/** The first page of a TIFF (revision 6.0), decoded row by row. */
record TiffPicture(TiffLayout layout, TiffColour colour, PictureHints hints, TiffBlocks blocks)
        implements Picture {

    static TiffPicture open(byte[] file, ImageLimits limits, JpegDecoder jpeg)
            throws RefusedException {
        TiffDirectory page = TiffDirectory.read(Bytes.bigEndian(file));
        TiffLayout layout = TiffLayout.read(page, limits);
        TiffColour colour = TiffColour.read(page, layout);
        HiddenFiles.check(file, (int) Math.max(layout.end(), page.end()));
        TiffBlocks blocks = new TiffBlocks(page, layout, limits, jpeg);
        return new TiffPicture(layout, colour, ExifHints.of(page), blocks);
    }

    @Override
    public PictureSize size() {
        return layout.size();
    }

    @Override
    public Image pixels(int reduction) throws RefusedException {
        RowSink sink = new RowSink(size(), reduction);
        byte[] rgb = new byte[size().width() * 3];
        for (int band = 0; band < layout.down(); band++) {
            int rows = Math.min(layout.blockHeight(), size().height() - sink.rows());
            try (TiffBand open = blocks.open(band)) {
                for (int y = 0; y < rows; y++) {
                    open.next(colour, rgb);
                    sink.add(rgb);
                }
            } catch (IOException e) {
                throw RefusedException.corrupt("its compressed pixel data are broken");
            }
        }
        return sink.image();
    }
}
