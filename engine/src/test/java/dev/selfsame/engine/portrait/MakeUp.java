package dev.selfsame.engine.portrait;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** What a person wears, holds before the face or has painted on it. */
final class MakeUp {

    private static final List<int[]> APERTURES =
            List.of(
                    new int[] {
                        33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246
                    },
                    new int[] {
                        263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388,
                        466
                    });
    private static final int[][] CORNERS = {{33, 133, 159, 145}, {362, 263, 386, 374}};
    private static final Color DARK = new Color(28, 24, 24);
    private static final Color CLOTH = new Color(40, 70, 150);

    private MakeUp() {}

    /** Both irises moved along the eyes. */
    static BufferedImage lookingAside(StudioPortrait base, double pixels) {
        return base.painted(
                g -> {
                    for (int eye = 0; eye < 2; eye++) {
                        double[] c = centre(base, eye);
                        double r = 0.22 * width(base, eye);
                        g.setClip(base.path(APERTURES.get(eye)));
                        g.setColor(new Color(206, 196, 190));
                        g.fillRect(0, 0, StudioPortrait.WIDTH, StudioPortrait.HEIGHT);
                        Area iris = new Area(disc(c[0] + pixels, c[1], r));
                        iris.intersect(new Area(base.path(APERTURES.get(eye))));
                        g.setClip(iris);
                        g.drawImage(base.picture(), (int) Math.round(pixels), 0, null);
                    }
                });
    }

    /** Skin over the upper part of both eyes, with lashes at its lower edge. */
    static BufferedImage lidsLowered(StudioPortrait base, double share) {
        return base.painted(
                g -> {
                    for (int eye = 0; eye < 2; eye++) {
                        int[] c = CORNERS[eye];
                        double edge = base.y(c[2]) + share * (base.y(c[3]) - base.y(c[2]));
                        Area lid = new Area(grown(base.path(APERTURES.get(eye)), 5));
                        lid.intersect(new Area(new Rectangle2D.Double(0, 0, 999, edge + 3)));
                        g.setColor(base.colourAt(eye == 0 ? 223 : 443));
                        g.fill(lid);
                        g.setColor(new Color(70, 50, 44));
                        g.setStroke(new BasicStroke(2));
                        g.draw(new Line2D.Double(base.x(c[0]), edge + 2, base.x(c[1]), edge + 2));
                    }
                });
    }

    /** Strokes of a blue pen. */
    static BufferedImage inked(StudioPortrait base, int strokes) {
        return base.painted(
                g -> {
                    g.setColor(new Color(30, 40, 170));
                    g.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                    int[][] ends = {{108, 337}, {280, 425}, {69, 299}, {36, 205}, {205, 50}};
                    for (int[] end : List.of(ends).subList(0, strokes)) {
                        g.draw(
                                new Line2D.Double(
                                        base.x(end[0]),
                                        base.y(end[0]),
                                        base.x(end[1]),
                                        base.y(end[1])));
                    }
                });
    }

    /** Dark strands from the hairline down over the person's left eye. */
    static BufferedImage strands(StudioPortrait base, int count) {
        return base.painted(
                g -> {
                    g.setColor(new Color(46, 34, 28));
                    g.setStroke(new BasicStroke(4.5f));
                    double inner = base.x(362);
                    double step = (base.x(263) - inner) / 9;
                    for (int k = 0; k < count; k++) {
                        double x = inner + (k + 1) * step;
                        g.draw(new Line2D.Double(x - 6, base.y(10) - 8, x + 4, base.y(374) + 22));
                    }
                });
    }

    /** Spots of flash on forehead, nose and cheeks. */
    static BufferedImage shiny(StudioPortrait base, double radius) {
        return base.painted(
                g -> {
                    g.setColor(new Color(255, 253, 250));
                    for (int point : new int[] {151, 5, 205, 425}) {
                        g.fill(disc(base.x(point), base.y(point), radius));
                    }
                });
    }

    static BufferedImage redPupils(StudioPortrait base, int alpha) {
        return base.painted(
                g -> {
                    g.setColor(new Color(215, 25, 30, alpha));
                    for (int eye = 0; eye < 2; eye++) {
                        double[] c = centre(base, eye);
                        g.setClip(base.path(APERTURES.get(eye)));
                        g.fill(disc(c[0], c[1], 0.19 * width(base, eye)));
                    }
                });
    }

    static BufferedImage tinted(StudioPortrait base, float alpha) {
        return base.painted(
                g -> {
                    g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, alpha));
                    g.setColor(DARK);
                    for (int eye = 0; eye < 2; eye++) {
                        g.fill(lens(base, eye, 0));
                    }
                });
    }

    /** Light of a window in both lenses. */
    static BufferedImage reflecting(StudioPortrait base, double side) {
        return base.painted(
                g -> {
                    g.setColor(Color.WHITE);
                    for (int eye = 0; eye < 2; eye++) {
                        double[] c = centre(base, eye);
                        g.fill(new Rectangle2D.Double(c[0] + 2, c[1] + 4, side, side));
                    }
                });
    }

    /** Glasses with rims of some thickness, moved up by some pixels. */
    static BufferedImage glasses(StudioPortrait base, float rim, double up) {
        return base.painted(
                g -> {
                    g.setColor(DARK);
                    g.setStroke(new BasicStroke(rim));
                    Shape right = lens(base, 0, up);
                    Shape left = lens(base, 1, up);
                    g.draw(right);
                    g.draw(left);
                    double y = right.getBounds2D().getCenterY() - 8;
                    g.draw(
                            new Line2D.Double(
                                    right.getBounds2D().getMaxX(),
                                    y,
                                    left.getBounds2D().getMinX(),
                                    y));
                });
    }

    /** A cap down to some pixels above the eyes. */
    static BufferedImage cap(StudioPortrait base, double above) {
        return base.painted(
                g -> {
                    double brim = StudioPortrait.EYES_Y - above;
                    double middle = (base.x(234) + base.x(454)) / 2;
                    double half = (base.x(454) - base.x(234)) / 2 + 22;
                    double height = 1.9 * StudioPortrait.INTER_EYE - above;
                    Path2D cap = new Path2D.Double();
                    cap.moveTo(middle - half, brim);
                    cap.curveTo(
                            middle - half,
                            brim - 1.35 * height,
                            middle + half,
                            brim - 1.35 * height,
                            middle + half,
                            brim);
                    cap.closePath();
                    g.setColor(CLOTH);
                    g.fill(cap);
                    g.fill(new Rectangle2D.Double(middle - half - 6, brim - 9, 2 * half + 12, 12));
                });
    }

    /** Cloth from a mesh point of the face's middle line down. */
    static BufferedImage veiled(StudioPortrait base, int from) {
        return base.painted(
                g -> {
                    Area veil = new Area(grown(base.oval(), 6));
                    veil.intersect(new Area(new Rectangle2D.Double(0, base.y(from), 999, 999)));
                    g.setColor(new Color(150, 190, 205));
                    g.fill(veil);
                });
    }

    /** A shadow of the head on the wall, to one side. */
    static BufferedImage shadowOnWall(StudioPortrait base, double light) {
        return base.before(
                        wall -> {
                            Color c = StudioPortrait.WALL;
                            wall.setColor(
                                    new Color(
                                            (int) (light * c.getRed()),
                                            (int) (light * c.getGreen()),
                                            (int) (light * c.getBlue())));
                            wall.fill(new Ellipse2D.Double(190, 20, 196, 380));
                        })
                .picture();
    }

    /** Stripes of two colours on the wall, as strong as alpha. */
    static BufferedImage stripedWall(StudioPortrait base, int alpha) {
        return base.before(
                        wall -> {
                            for (int x = 0; x < StudioPortrait.WIDTH; x += 26) {
                                wall.setColor(
                                        x % 52 == 0
                                                ? new Color(150, 60, 40, alpha)
                                                : new Color(30, 90, 50, alpha));
                                wall.fillRect(x, 0, 26, StudioPortrait.HEIGHT);
                            }
                        })
                .picture();
    }

    /** A second person behind the first, smaller. */
    static BufferedImage withBystander(StudioPortrait base, StudioPortrait other, double scale) {
        return base.before(
                        wall -> {
                            Graphics2D g = (Graphics2D) wall.create();
                            g.translate(46 - scale * StudioPortrait.WIDTH / 2.0, 60);
                            g.scale(scale, scale);
                            g.drawImage(other.head(), 0, 0, null);
                            g.dispose();
                        })
                .picture();
    }

    private static Shape lens(StudioPortrait base, int eye, double up) {
        double[] c = centre(base, eye);
        return new RoundRectangle2D.Double(c[0] - 45, c[1] - 28 - up, 90, 60, 30, 30);
    }

    private static double[] centre(StudioPortrait base, int eye) {
        int[] c = CORNERS[eye];
        return new double[] {(base.x(c[0]) + base.x(c[1])) / 2, (base.y(c[2]) + base.y(c[3])) / 2};
    }

    private static double width(StudioPortrait base, int eye) {
        return base.x(CORNERS[eye][1]) - base.x(CORNERS[eye][0]);
    }

    private static Shape disc(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static Area grown(Shape shape, float by) {
        Area area = new Area(shape);
        area.add(new Area(new BasicStroke(2 * by).createStrokedShape(shape)));
        return area;
    }
}
