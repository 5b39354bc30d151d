package dev.selfsame.engine.imaging;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes WSQ files, with the wavelet of IAFIS-IC-0110 but the simplest of code tables: every symbol
 * has eight bits.
 */
final class WsqFile {

    /** Middle and right half of the filters that take a signal apart. */
    private static final double[] LOW = {
        0.852698679, 0.377402856, -0.110624404, -0.023849465, 0.037828456
    };

    private static final double[] HIGH = {0.788485616, -0.418092273, -0.040689418, 0.064538883};
    private static final double STEP = 4;
    private static final int CODED_BANDS = 60;

    private final PictureSize size;
    private final float[] plane;
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    private WsqFile(PictureSize size, float[] plane) {
        this.size = size;
        this.plane = plane;
    }

    /** A file of the picture's red channel, with a comment that states a resolution. */
    static byte[] of(Image image, int dpi) {
        float[] plane = new float[image.width() * image.height()];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (image.rgb()[3 * i] & 0xFF) - 128;
        }
        return new WsqFile(new PictureSize(image.width(), image.height()), plane).write(dpi);
    }

    private byte[] write(int dpi) {
        WsqBand whole = WsqBand.whole(size);
        split(whole);
        shorts(0xFFA0);
        String comment = "NIST_COM 3\nPPI " + dpi + "\nLOSSY 1\n";
        segment(0xA8, comment.getBytes(StandardCharsets.US_ASCII));
        segment(0xA4, filters());
        segment(0xA5, steps());
        segment(0xA2, frame());
        segment(0xA6, codes());
        List<WsqBand> bands = whole.leaves();
        block(bands.subList(0, 19));
        block(bands.subList(19, 52));
        block(bands.subList(52, CODED_BANDS));
        shorts(0xFFA1);
        return file.toByteArray();
    }

    private void segment(int marker, byte[] content) {
        shorts(0xFF00 | marker);
        shorts(content.length + 2);
        file.writeBytes(content);
    }

    private void shorts(int value) {
        file.write(value >> 8);
        file.write(value);
    }

    private static byte[] filters() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(2 * LOW.length - 1);
        content.write(2 * HIGH.length - 1);
        for (double[] half : List.of(LOW, HIGH)) {
            for (double value : half) {
                content.write(value < 0 ? 1 : 0);
                content.write(9);
                long digits = Math.round(Math.abs(value) * 1e9);
                for (int shift = 24; shift >= 0; shift -= 8) {
                    content.write((int) (digits >> shift));
                }
            }
        }
        return content.toByteArray();
    }

    private static byte[] steps() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        scaled(content, 0.44);
        for (int band = 0; band < 64; band++) {
            scaled(content, band < CODED_BANDS ? STEP : 0);
            scaled(content, band < CODED_BANDS ? STEP * 1.2 : 0);
        }
        return content.toByteArray();
    }

    private static void scaled(ByteArrayOutputStream content, double value) {
        int digits = (int) Math.round(value * 1000);
        content.write(3);
        content.write(digits >> 8);
        content.write(digits);
    }

    private byte[] frame() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(0);
        content.write(255);
        for (int side : new int[] {size.height(), size.width()}) {
            content.write(side >> 8);
            content.write(side);
        }
        content.writeBytes(new byte[] {0, 0, (byte) 128, 0, 0, 1, 2, 0, 0});
        return content.toByteArray();
    }

    private static byte[] codes() {
        byte[] content = new byte[1 + 16 + 254];
        content[8] = (byte) 254;
        for (int i = 0; i < 254; i++) {
            content[17 + i] = (byte) (i + 1);
        }
        return content;
    }

    private void block(List<WsqBand> bands) {
        segment(0xA3, new byte[] {0});
        int zeros = 0;
        for (WsqBand band : bands) {
            for (int i = 0; i < band.samples(); i++) {
                int x = band.x() + i % band.width();
                int level = level(plane[(band.y() + i / band.width()) * size.width() + x]);
                if (level == 0 && zeros < 65_535) {
                    zeros++;
                    continue;
                }
                zeros(zeros);
                zeros = level == 0 ? 1 : 0;
                level(level);
            }
        }
        zeros(zeros);
    }

    private static int level(float value) {
        double beyond = Math.abs(value) - STEP * 0.6;
        int level = beyond <= 0 ? 0 : (int) (beyond / STEP) + 1;
        return value < 0 ? -level : level;
    }

    private void zeros(int count) {
        if (count > 100) {
            data(106);
            bits(count >> 8);
            bits(count);
        } else if (count > 0) {
            data(count);
        }
    }

    private void level(int level) {
        if (level == 0) {
            return;
        }
        if (level >= -73 && level <= 74) {
            data(180 + level);
        } else {
            data(level > 0 ? 103 : 104);
            bits(Math.abs(level) >> 8);
            bits(Math.abs(level));
        }
    }

    /** A symbol: its code is its number less one. */
    private void data(int symbol) {
        bits(symbol - 1);
    }

    private void bits(int value) {
        int written = value & 0xFF;
        file.write(written);
        if (written == 0xFF) {
            file.write(0);
        }
    }

    private void split(WsqBand band) {
        if (band.parts().isEmpty()) {
            return;
        }
        int first = band.y() * size.width() + band.x();
        for (int y = 0; y < band.height(); y++) {
            splitLine(first + y * size.width(), 1, band.width(), band.highFirstAcross());
        }
        for (int x = 0; x < band.width(); x++) {
            splitLine(first + x, size.width(), band.height(), band.highFirstDown());
        }
        band.parts().forEach(this::split);
    }

    private void splitLine(int first, int step, int length, boolean highFirst) {
        double[] line = new double[length];
        for (int i = 0; i < length; i++) {
            line[i] = plane[first + i * step];
        }
        int highs = length / 2;
        int low = highFirst ? highs : 0;
        int high = highFirst ? 0 : length - highs;
        for (int i = 0; i < length; i++) {
            int to = (i % 2 == 0 ? low : high) + i / 2;
            plane[first + to * step] = (float) filtered(line, i, i % 2 == 0 ? LOW : HIGH);
        }
    }

    private static double filtered(double[] line, int at, double[] half) {
        double sum = half[0] * line[at];
        for (int i = 1; i < half.length; i++) {
            sum += half[i] * (mirrored(line, at - i) + mirrored(line, at + i));
        }
        return sum;
    }

    private static double mirrored(double[] line, int at) {
        int index = at;
        while (line.length > 1 && (index < 0 || index >= line.length)) {
            index = index < 0 ? -index : 2 * (line.length - 1) - index;
        }
        return line.length == 1 ? line[0] : line[index];
    }
}
