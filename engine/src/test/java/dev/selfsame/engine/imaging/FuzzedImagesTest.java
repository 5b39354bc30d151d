package dev.selfsame.engine.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.selfsame.engine.imaging.DecodeResult.Decoded;
import dev.selfsame.engine.imaging.DecodeResult.Reason;
import dev.selfsame.engine.imaging.DecodeResult.Refused;

import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Two thousand spoilt pictures of every format: each gives pixels or a typed refusal, nothing is
 * thrown and nothing costs more memory than the limits allow.
 */
class FuzzedImagesTest {

    private static final int ROUNDS = Integer.getInteger("selfsame.fuzz.rounds", 2000);
    private static final long SEED = Long.getLong("selfsame.fuzz.seed", 20_261_121L);

    private static final ImageLimits LIMITS = new ImageLimits(1_000_000, 1_000_000);

    /** Pixels within the limits as floating-point coefficients, RGB, turned RGB, and a copy. */
    private static final long MOST_BYTES = 20 * LIMITS.maxPixels() + 10_000_000;

    @Test
    void givesATypedResultForEveryMutation() {
        ImageDecoder decoder = new ImageDecoder(LIMITS);
        List<byte[]> corpus = corpus();
        Random random = new Random(SEED);
        Mutation[] mutations = Mutation.values();
        int decoded = 0;
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] file = corpus.get(round % corpus.size());
            byte[] other = corpus.get(random.nextInt(corpus.size()));
            byte[] spoilt = mutations[random.nextInt(mutations.length)].spoil(file, other, random);
            int wanted = random.nextBoolean() ? Integer.MAX_VALUE : 1 + random.nextInt(300);

            switch (decode(decoder, spoilt, wanted)) {
                case Decoded result -> {
                    decoded++;
                    check(result);
                }
                case Refused refused -> reasons.add(refused.reason());
            }
        }
        assertThat(decoded).isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
        assertThat(reasons)
                .contains(
                        Reason.TOO_MANY_PIXELS,
                        Reason.UNKNOWN_FORMAT,
                        Reason.BAD_HEADER,
                        Reason.TRUNCATED,
                        Reason.CORRUPT,
                        Reason.UNSUPPORTED);
    }

    @Test
    void readsTheWholeCorpusUnspoilt() {
        ImageDecoder decoder = new ImageDecoder(LIMITS);
        for (byte[] file : corpus()) {
            assertThat(decoder.decode(file)).isInstanceOf(Decoded.class);
        }
    }

    private static DecodeResult decode(ImageDecoder decoder, byte[] file, int wanted) {
        Allocation before = Allocation.now();
        try {
            return decoder.read(file, wanted);
        } catch (RefusedException e) {
            return e.refusal();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return fail(encoded(file), e);
        } finally {
            assertThat(before.bytesSince()).as(() -> encoded(file)).isLessThan(MOST_BYTES);
        }
    }

    private static void check(Decoded result) {
        ImageInfo info = result.info();
        long pixels = (long) info.fileWidth() * info.fileHeight();
        assertThat(pixels).isLessThanOrEqualTo(LIMITS.maxPixels());
        assertThat(result.image().width())
                .isEqualTo(Math.ceilDiv(info.fileWidth(), info.reduction()));
        assertThat(result.image().height())
                .isEqualTo(Math.ceilDiv(info.fileHeight(), info.reduction()));
        assertThat(info.orientation()).isBetween(1, 8);
        assertThat(info.dpi()).isBetween(0, 100_000);
        assertThat(info.jpegQuality()).isBetween(-1, 100);
    }

    /** The file, to make a test of its own of it. */
    private static String encoded(byte[] file) {
        return Base64.getEncoder().encodeToString(file);
    }

    private static List<byte[]> corpus() {
        BufferedImage drawn = DrawnPictures.drawn(96, 72);
        BufferedImage grey = DrawnPictures.drawn(96, 72, BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage indexed = DrawnPictures.drawn(96, 72, BufferedImage.TYPE_BYTE_INDEXED);
        BufferedImage bits = DrawnPictures.drawn(96, 72, BufferedImage.TYPE_BYTE_BINARY);
        BufferedImage clear = DrawnPictures.drawn(96, 72, BufferedImage.TYPE_INT_ARGB);
        Image pixels = DrawnPictures.rgb(drawn);
        byte[] jpeg = DrawnPictures.jpeg(drawn, 80);
        TiffFile exif = new TiffFile(ByteOrder.LITTLE_ENDIAN).shorts(274, 6).ratio(282, 72, 1);
        DrawnJpeg.Samples inks = (x, y, channel) -> x + y + channel * 30;
        return List.of(
                jpeg,
                DrawnPictures.jpeg(drawn, 80, true),
                DrawnPictures.jpeg(grey, 50),
                DrawnJpeg.withExif(jpeg, exif),
                DrawnJpeg.ofChannels(40, 30, 4, inks),
                DrawnJpeg.withAdobe(DrawnJpeg.ofChannels(40, 30, 4, inks), 2),
                DrawnPictures.png(drawn),
                DrawnPictures.png(indexed),
                DrawnPictures.png(clear),
                ChunkedPng.of(40, 30, 16, 6, true, (x, y, channel) -> x * y * 700 + channel),
                ChunkedPng.of(40, 30, 2, 3, true, (x, y, channel) -> x * y),
                DrawnPictures.bmp(drawn),
                DrawnPictures.bmp(indexed),
                DrawnPictures.bmp(bits),
                BmpFile.of(
                        4,
                        2,
                        8,
                        1,
                        new byte[1024],
                        BmpFile.bytes(4, 1, 0, 0, 0, 4, 2, 3, 4, 5, 0, 1)),
                BmpFile.of(2, 1, 32, 3, BmpFile.ints(0xFF, 0xFF00, 0xFF0000), BmpFile.ints(1, 2)),
                DrawnPictures.tiff(drawn),
                DrawnPictures.tiff(indexed, "LZW"),
                DrawnPictures.tiff(bits, "PackBits"),
                DrawnPictures.tiff(clear, "ZLib"),
                DrawnPictures.tiff(drawn, "JPEG"),
                TiffFile.page(ByteOrder.BIG_ENDIAN, 3, 3, 1, 8)
                        .tiles(16, 16, new byte[256])
                        .bytes(),
                WsqFile.of(pixels, 500),
                GreyPicture.of(GreyPicture.Motif.FINGER, 96, 96).wsq(2.25),
                WsqFile.of(new Image(7, 5, new byte[105]), 500));
    }
}
