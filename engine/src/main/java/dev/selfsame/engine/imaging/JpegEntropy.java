package dev.selfsame.engine.imaging;

import dev.selfsame.engine.imaging.JpegFrame.Component;

import org.jspecify.annotations.Nullable;

/**
 * Follows the codes of a sequential JPEG through all blocks (ITU-T T.81, annex F.2) without making
 * a pixel, to tell whether the data are whole. Decoders fill up what is missing and do not say so.
 * Confined to one thread.
 */
final class JpegEntropy {

    private static final int TABLES = 32;
    private static final int AC = 16;

    private final JpegPicture picture;
    private final @Nullable HuffmanCodes[] tables = new HuffmanCodes[TABLES];
    private int restartInterval;

    private JpegEntropy(JpegPicture picture) {
        this.picture = picture;
    }

    /** Refuses a sequential JPEG whose data end before its last block. */
    static void expectWhole(JpegPicture picture) throws RefusedException {
        JpegEntropy entropy = new JpegEntropy(picture);
        for (JpegSegment segment : picture.header().essentials()) {
            entropy.table(segment);
        }
        for (JpegSegment segment : picture.scans().segments()) {
            if (segment.marker() == JpegSegment.SOS) {
                entropy.scan(segment.content(picture.jpeg()), segment.end());
            } else {
                entropy.table(segment);
            }
        }
    }

    private void table(JpegSegment segment) throws RefusedException {
        Bytes content = segment.content(picture.jpeg());
        if (segment.marker() == JpegSegment.DHT) {
            HuffmanCodes.read(content, tables);
        } else if (segment.marker() == JpegSegment.DRI) {
            restartInterval = content.u16(0);
        }
    }

    private void scan(Bytes header, int data) throws RefusedException {
        JpegFrame frame = picture.header().frame();
        int channels = header.u8(0);
        long units = channels == 1 ? frame.blocks(frame.indexOf(header.u8(1))) : frame.units();
        JpegBits bits = new JpegBits(picture.jpeg().array(), data, picture.scans().end());
        for (long unit = 0; unit < units; unit++) {
            if (restartInterval > 0 && unit > 0 && unit % restartInterval == 0) {
                bits.restart();
            }
            for (int i = 0; i < channels; i++) {
                Component channel = frame.components().get(frame.indexOf(header.u8(1 + 2L * i)));
                int blocks = channels == 1 ? 1 : channel.horizontal() * channel.vertical();
                int choice = header.u8(2 + 2L * i);
                HuffmanCodes constant = codes(choice >> 4);
                HuffmanCodes waves = codes(AC + (choice & 0x0F));
                for (int block = 0; block < blocks; block++) {
                    skipBlock(bits, constant, waves);
                }
            }
            if (bits.ranOut()) {
                throw RefusedException.truncated("its pixel data end too early");
            }
        }
    }

    private HuffmanCodes codes(int number) throws RefusedException {
        HuffmanCodes codes = number < TABLES ? tables[number] : null;
        if (codes == null) {
            throw RefusedException.corrupt("a JPEG scan without its code table");
        }
        return codes;
    }

    private static void skipBlock(JpegBits bits, HuffmanCodes constant, HuffmanCodes waves) {
        bits.skip(symbol(bits, constant) & 0x0F);
        int coefficient = 1;
        while (coefficient < 64) {
            int symbol = symbol(bits, waves);
            int length = symbol & 0x0F;
            if (length == 0 && symbol != 0xF0) {
                return;
            }
            bits.skip(length);
            coefficient += (symbol >> 4) + 1;
        }
    }

    /** The next symbol; an unknown code counts as "no more", as decoders take it. */
    private static int symbol(JpegBits bits, HuffmanCodes codes) {
        int next = bits.next16();
        bits.skip(codes.lengthOf(next));
        int symbol = codes.symbolOf(next);
        bits.next16();
        return symbol;
    }
}
