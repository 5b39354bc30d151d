package dev.selfsame.engine.imaging;

import java.util.ArrayList;
import java.util.List;

/**
 * A rectangle of the plane of coefficients: either one of the 64 bands of frequencies or, with
 * {@code parts}, four that are to be put together (IAFIS-IC-0110, figure 2).
 *
 * @param x first column
 * @param y first row
 * @param width columns, 0 where the picture is very small
 * @param height rows
 * @param highFirstAcross whether the high frequencies lie on the left: parts that were on the right
 *     of their parent are mirrored in frequency
 * @param highFirstDown the same for rows
 * @param parts none, or top left, top right, bottom left, bottom right
 */
record WsqBand(
        int x,
        int y,
        int width,
        int height,
        boolean highFirstAcross,
        boolean highFirstDown,
        List<WsqBand> parts) {

    private static final WsqShape LEAF = new WsqShape(List.of());
    private static final WsqShape FOUR = new WsqShape(List.of(LEAF, LEAF, LEAF, LEAF));
    private static final WsqShape SIXTEEN = new WsqShape(List.of(FOUR, FOUR, FOUR, FOUR));
    private static final WsqShape FIVE_LEVELS =
            new WsqShape(List.of(new WsqShape(List.of(FOUR, LEAF, LEAF, LEAF)), FOUR, FOUR, FOUR));
    private static final WsqShape WHOLE =
            new WsqShape(
                    List.of(
                            new WsqShape(List.of(FIVE_LEVELS, SIXTEEN, SIXTEEN, LEAF)),
                            FOUR,
                            FOUR,
                            FOUR));

    /** How deep the parts go, apart from any size. */
    private record WsqShape(List<WsqShape> parts) {}

    WsqBand {
        parts = List.copyOf(parts);
    }

    static WsqBand whole(PictureSize size) {
        return of(WHOLE, 0, 0, size.width(), size.height(), false, false);
    }

    private static WsqBand of(
            WsqShape shape, int x, int y, int width, int height, boolean right, boolean below) {
        List<WsqBand> parts = new ArrayList<>();
        if (!shape.parts().isEmpty()) {
            // the low half has the odd sample; mirrored, it is the second one
            int left = right ? width / 2 : width - width / 2;
            int top = below ? height / 2 : height - height / 2;
            for (int i = 0; i < 4; i++) {
                boolean partRight = i % 2 == 1;
                boolean partBelow = i >= 2;
                parts.add(
                        of(
                                shape.parts().get(i),
                                partRight ? x + left : x,
                                partBelow ? y + top : y,
                                partRight ? width - left : left,
                                partBelow ? height - top : top,
                                partRight,
                                partBelow));
            }
        }
        return new WsqBand(x, y, width, height, right, below, parts);
    }

    /** The bands of frequencies in the order of the file. */
    List<WsqBand> leaves() {
        if (parts.isEmpty()) {
            return List.of(this);
        }
        return parts.stream().flatMap(part -> part.leaves().stream()).toList();
    }

    int samples() {
        return width * height;
    }
}
