package dev.selfsame.engine.imaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;

/** Opens the strips or tiles of a page as streams of their uncompressed bytes. */
final class TiffBlocks {

    private final TiffDirectory page;
    private final TiffLayout layout;
    private final ImageLimits limits;
    private final JpegDecoder jpeg;

    TiffBlocks(TiffDirectory page, TiffLayout layout, ImageLimits limits, JpegDecoder jpeg) {
        this.page = page;
        this.layout = layout;
        this.limits = limits;
        this.jpeg = jpeg;
    }

    /** All blocks that lie side by side, plane after plane. */
    TiffBand open(int band) throws RefusedException, IOException {
        int planes = layout.planar() ? layout.samples() : 1;
        InputStream[] streams = new InputStream[planes * layout.across()];
        for (int plane = 0; plane < planes; plane++) {
            for (int i = 0; i < layout.across(); i++) {
                int block = (plane * layout.down() + band) * layout.across() + i;
                streams[plane * layout.across() + i] = stream(block);
            }
        }
        return new TiffBand(layout, page.tiff().order(), streams);
    }

    private InputStream stream(int block) throws RefusedException {
        int offset = (int) layout.offsets()[block];
        int length = (int) layout.lengths()[block];
        Bytes data = page.tiff().slice(offset, length);
        InputStream packed = new ByteArrayInputStream(data.array(), data.start(), length);
        return switch (layout.compression()) {
            case TiffLayout.LZW -> new UnpackingInputStream(new LzwUnpacker(packed));
            case TiffLayout.PACK_BITS -> new UnpackingInputStream(new PackBitsUnpacker(packed));
            case TiffLayout.DEFLATE -> new InflaterInputStream(packed);
            case TiffLayout.JPEG ->
                    new ByteArrayInputStream(TiffJpeg.rgb(page, layout, data, limits, jpeg));
            default -> packed;
        };
    }
}
