package dev.selfsame.engine.portrait;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.face.FaceReading;
import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.engine.face.FacesOutcome;
import dev.selfsame.engine.imaging.Affine;
import dev.selfsame.engine.imaging.Similarity;
import dev.selfsame.engine.testing.SamplePictures;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/**
 * A person of a group photograph as in a photographer's studio: the head cut out and put upright
 * before a plain background, in the proportions of ISO/IEC 19794-5. Eyes lie at fixed places, so
 * that an edit knows where to draw.
 *
 * @param picture pixels
 * @param head the head alone, transparent elsewhere
 * @param mesh the mesh as x, y pairs in these pixels
 */
record StudioPortrait(BufferedImage picture, BufferedImage head, float[] mesh) {

    static final int WIDTH = 416;
    static final int HEIGHT = 520;
    static final int INTER_EYE = 100;
    static final int EYES_Y = 214;
    static final Color WALL = new Color(196, 202, 208);

    private static final int[] MOUTH = {
        78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191
    };
    private static final int[] OVAL = {
        10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377,
        152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109
    };

    /** The person of a group photograph whose face is nearest to a column. */
    static StudioPortrait of(Engine engine, int group, double column) {
        byte[] file = SamplePictures.groupFile(group);
        FacesOutcome.Faces all = (FacesOutcome.Faces) engine.findFaces(file, FaceRequest.PLAIN);
        FaceReading nearest = all.faces().get(0);
        for (FaceReading face : all.faces()) {
            if (Math.abs(face.eyes().x1() - column) < Math.abs(nearest.eyes().x1() - column)) {
                nearest = face;
            }
        }
        return of(SamplePictures.group(group), nearest);
    }

    private static StudioPortrait of(BufferedImage photograph, FaceReading face) {
        double middle = (WIDTH - 1) / 2.0;
        Affine map =
                Similarity.fit(
                        new double[] {
                            face.eyes().x1(), face.eyes().y1(), face.eyes().x2(), face.eyes().y2()
                        },
                        new double[] {
                            middle - INTER_EYE / 2.0, EYES_Y, middle + INTER_EYE / 2.0, EYES_Y
                        });
        float[] mesh = new float[face.mesh().length];
        for (int i = 0; i < mesh.length; i += 2) {
            mesh[i] = (float) map.x(face.mesh()[i], face.mesh()[i + 1]);
            mesh[i + 1] = (float) map.y(face.mesh()[i], face.mesh()[i + 1]);
        }
        BufferedImage head = head(photograph, map, mesh);
        return new StudioPortrait(head, head, mesh).before(wall -> {});
    }

    /** The same person before a wall that something is painted on. */
    StudioPortrait before(Consumer<Graphics2D> paint) {
        BufferedImage studio = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = smooth(studio);
        g.setColor(WALL);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        paint.accept(g);
        drawShoulders(g);
        g.drawImage(head, 0, 0, null);
        g.dispose();
        return new StudioPortrait(studio, head, mesh);
    }

    /**
     * The same person with lips closer together: what is between them is taken out, a share of it,
     * and the skin below is stretched.
     */
    StudioPortrait withMouthClosed(double share) {
        double chin = y(152);
        double[] gaps = gaps();
        BufferedImage closed = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < WIDTH; x++) {
            double top = edge(x);
            double gap = share * gaps[x];
            for (int y = 0; y < HEIGHT; y++) {
                double fade = y >= top && y < chin ? (chin - y) / (chin - top) : 0;
                closed.setRGB(x, y, head.getRGB(x, (int) Math.round(y + gap * fade)));
            }
        }
        return new StudioPortrait(picture, closed, mesh).before(wall -> {});
    }

    /** Height of the mouth's opening at each column, with lips' edges, smoothed. */
    private double[] gaps() {
        double[] gaps = new double[WIDTH];
        Shape opening = path(MOUTH);
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                gaps[x] += opening.contains(x, y) ? 1.15 : 0;
            }
        }
        double[] smooth = new double[WIDTH];
        for (int x = 4; x < WIDTH - 4; x++) {
            for (int k = -4; k <= 4; k++) {
                smooth[x] += gaps[x + k] / 9;
            }
        }
        return smooth;
    }

    /** Lower edge of the upper lip at a column, drawn on beyond the corners. */
    private double edge(double x) {
        int[] points = {78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308};
        for (int k = 1; k < points.length; k++) {
            double from = x(points[k - 1]);
            double to = x(points[k]);
            if (x <= to || k == points.length - 1) {
                double share = Math.clamp((x - from) / (to - from), 0.0, 1.0);
                return y(points[k - 1]) + share * (y(points[k]) - y(points[k - 1])) - 1;
            }
        }
        return HEIGHT;
    }

    /** The same person with something painted over the picture. */
    BufferedImage painted(Consumer<Graphics2D> paint) {
        BufferedImage copy = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = smooth(copy);
        g.drawImage(picture, 0, 0, null);
        paint.accept(g);
        g.dispose();
        return copy;
    }

    double x(int point) {
        return mesh[2 * point];
    }

    double y(int point) {
        return mesh[2 * point + 1];
    }

    /** Closed path through mesh points. */
    Shape path(int... points) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < points.length; i++) {
            if (i == 0) {
                path.moveTo(x(points[i]), y(points[i]));
            } else {
                path.lineTo(x(points[i]), y(points[i]));
            }
        }
        path.closePath();
        return path;
    }

    Shape oval() {
        return path(OVAL);
    }

    /** Colour of the skin around a mesh point, mean of 9 x 9 pixels. */
    Color colourAt(int point) {
        return colourAt(picture, x(point), y(point));
    }

    static Graphics2D smooth(BufferedImage picture) {
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        return g;
    }

    private static Color colourAt(BufferedImage picture, double x, double y) {
        int[] sum = new int[3];
        for (int dy = -4; dy <= 4; dy++) {
            for (int dx = -4; dx <= 4; dx++) {
                Color c = new Color(picture.getRGB((int) x + dx, (int) y + dy));
                sum[0] += c.getRed();
                sum[1] += c.getGreen();
                sum[2] += c.getBlue();
            }
        }
        return new Color(sum[0] / 81, sum[1] / 81, sum[2] / 81);
    }

    /** Face and near hair with a soft edge, transparent elsewhere. */
    private static BufferedImage head(BufferedImage photograph, Affine map, float[] mesh) {
        BufferedImage cut = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = smooth(cut);
        g.drawImage(
                photograph,
                new AffineTransform(map.a(), map.d(), map.b(), map.e(), map.c(), map.f()),
                null);
        g.dispose();
        BufferedImage matte = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D m = smooth(matte);
        Shape outline = outline(mesh);
        for (int step = 8; step >= 0; step--) {
            m.setComposite(AlphaComposite.Src);
            m.setColor(new Color(0, 0, 0, 255 * (9 - step) / 9));
            m.setStroke(new BasicStroke(Math.max(0.1f, 1.4f * step)));
            m.draw(outline);
        }
        m.fill(outline);
        m.dispose();
        Graphics2D c = cut.createGraphics();
        c.setComposite(AlphaComposite.DstIn);
        c.drawImage(matte, 0, 0, null);
        c.dispose();
        return cut;
    }

    /** The mesh's oval and an ellipse of hair around its upper part. */
    private static Shape outline(float[] mesh) {
        BufferedImage nothing = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        StudioPortrait here = new StudioPortrait(nothing, nothing, mesh);
        double middle = (here.x(234) + here.x(454)) / 2;
        double half = (here.x(454) - here.x(234)) / 2 + 0.14 * INTER_EYE;
        double top = EYES_Y - 1.72 * INTER_EYE;
        Area outline = new Area(here.oval());
        outline.add(new Area(new Ellipse2D.Double(middle - half, top, 2 * half, 2.9 * INTER_EYE)));
        Area below = new Area(new Rectangle2D.Double(0, EYES_Y + 0.75 * INTER_EYE, WIDTH, HEIGHT));
        below.subtract(new Area(here.oval()));
        outline.subtract(below);
        return outline;
    }

    private void drawShoulders(Graphics2D g) {
        double chin = y(152);
        g.setColor(new Color(176, 132, 104));
        g.fillRect((int) x(172), (int) y(172), (int) (x(397) - x(172)), HEIGHT);
        g.setColor(new Color(52, 58, 84));
        Path2D shoulders = new Path2D.Double();
        shoulders.moveTo(x(172) - 6, chin + 34);
        shoulders.quadTo(WIDTH / 2.0, chin + 96, x(397) + 6, chin + 34);
        shoulders.quadTo(WIDTH - 24, chin + 64, WIDTH + 4, HEIGHT);
        shoulders.lineTo(-4, HEIGHT);
        shoulders.quadTo(24, chin + 64, x(172) - 6, chin + 34);
        shoulders.closePath();
        g.fill(shoulders);
    }
}
