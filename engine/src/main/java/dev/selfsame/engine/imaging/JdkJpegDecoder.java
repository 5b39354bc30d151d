package dev.selfsame.engine.imaging;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * JPEG through the decoder inside the JDK, as raw channels that {@link JpegChannels} turns into
 * RGB: its own colour conversion knows no inks and stumbles over odd headers.
 */
final class JdkJpegDecoder implements JpegDecoder {

    @Override
    public Image decode(JpegPicture picture, int reduction) throws RefusedException {
        if (picture.isSequential()) {
            JpegEntropy.expectWhole(picture);
        }
        Raster raster = read(picture);
        return JpegChannels.toRgb(raster, picture.header().colour(), picture.size(), reduction);
    }

    private static Raster read(JpegPicture picture) throws RefusedException {
        ImageReader reader = reader();
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.essentials()))) {
            reader.setInput(in, true, true);
            Raster raster = reader.readRaster(0, null);
            PictureSize size = picture.size();
            int channels = picture.header().frame().components().size();
            if (raster.getWidth() != size.width()
                    || raster.getHeight() != size.height()
                    || raster.getNumBands() != channels) {
                throw RefusedException.corrupt("its JPEG data cannot be decoded");
            }
            return raster;
        } catch (IOException | RuntimeException e) {
            // the border to the JDK's reader: it reports bad data by whatever it stumbles over
            throw RefusedException.corrupt("its JPEG data cannot be decoded");
        } finally {
            reader.dispose();
        }
    }

    /** The JDK's own reader, whatever else the application has registered. */
    private static ImageReader reader() {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if ("java.desktop".equals(reader.getClass().getModule().getName())) {
                return reader;
            }
        }
        throw new IllegalStateException("this Java runtime lacks its JPEG reader (java.desktop)");
    }
}
