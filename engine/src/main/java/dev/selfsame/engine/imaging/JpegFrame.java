package dev.selfsame.engine.imaging;

import java.util.List;

/**
 * The frame header of a JPEG (ITU-T T.81, B.2.2).
 *
 * @param size columns and rows
 * @param progressive whether the coefficients come in several rounds
 * @param components 1, 3 or 4 of them, in file order
 */
record JpegFrame(PictureSize size, boolean progressive, List<Component> components) {

    private static final int SOF0 = 0xC0;
    private static final int SOF2 = 0xC2;

    /** A baseline decoder takes at most ten blocks in a minimum coded unit (T.81, B.2.3). */
    private static final int MOST_BLOCKS_IN_UNIT = 10;

    /** One channel: its id and how densely it is sampled, 1..4 along each axis. */
    record Component(int id, int horizontal, int vertical) {}

    JpegFrame {
        components = List.copyOf(components);
    }

    static boolean isFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    /** Reads a frame header; {@code segment} is the marker segment's content. */
    static JpegFrame read(int marker, Bytes segment, ImageLimits limits) throws RefusedException {
        if (segment.length() < 6) {
            throw RefusedException.badHeader("its JPEG frame header is too short");
        }
        PictureSize size = PictureSize.within(limits, segment.u16(3), segment.u16(1));
        int precision = segment.u8(0);
        if (marker < SOF0 || marker > SOF2 || precision != 8) {
            throw RefusedException.unsupported(
                    "JPEG process " + (marker - SOF0) + " with " + precision + " bits");
        }
        int count = segment.u8(5);
        if (segment.length() != 6 + 3 * count) {
            throw RefusedException.badHeader("its JPEG frame header has a wrong length");
        }
        if (count != 1 && count != 3 && count != 4) {
            throw RefusedException.unsupported("a JPEG of " + count + " channels");
        }
        JpegFrame frame = new JpegFrame(size, marker == SOF2, components(segment, count));
        frame.checkUnit();
        return frame;
    }

    private static List<Component> components(Bytes segment, int count) throws RefusedException {
        Component[] components = new Component[count];
        for (int i = 0; i < count; i++) {
            int sampling = segment.u8(7 + 3 * i);
            components[i] = new Component(segment.u8(6 + 3 * i), sampling >> 4, sampling & 0x0F);
            for (int before = 0; before < i; before++) {
                if (components[before].id() == components[i].id()) {
                    throw RefusedException.badHeader("two JPEG channels have one id");
                }
            }
        }
        return List.of(components);
    }

    private void checkUnit() throws RefusedException {
        int blocks = 0;
        for (Component component : components) {
            int across = component.horizontal();
            int down = component.vertical();
            if (across < 1 || across > 4 || down < 1 || down > 4) {
                throw RefusedException.badHeader("a JPEG sampling factor out of range");
            }
            blocks += across * down;
        }
        if (components.size() > 1 && blocks > MOST_BLOCKS_IN_UNIT) {
            throw RefusedException.badHeader("its JPEG sampling factors are too large");
        }
    }

    int indexOf(int componentId) {
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i).id() == componentId) {
                return i;
            }
        }
        return -1;
    }

    /** Minimum coded units of a scan of all channels. */
    long units() {
        return Math.ceilDiv((long) size.width(), 8L * mostAcross())
                * Math.ceilDiv((long) size.height(), 8L * mostDown());
    }

    private int mostAcross() {
        return components.stream().mapToInt(Component::horizontal).max().orElse(1);
    }

    private int mostDown() {
        return components.stream().mapToInt(Component::vertical).max().orElse(1);
    }

    /** Blocks of 8 x 8 samples that the channel has, without padding of the units. */
    long blocks(int component) {
        Component one = components.get(component);
        long across = Math.ceilDiv((long) size.width() * one.horizontal(), mostAcross() * 8L);
        long down = Math.ceilDiv((long) size.height() * one.vertical(), mostDown() * 8L);
        return across * down;
    }
}
