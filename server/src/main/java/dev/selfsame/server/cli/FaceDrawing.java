package dev.selfsame.server.cli;

import dev.selfsame.engine.face.FaceReading;
import dev.selfsame.engine.face.FacesOutcome.Faces;
import dev.selfsame.engine.imaging.DecodeResult.Decoded;
import dev.selfsame.engine.imaging.DecodeResult.Refused;
import dev.selfsame.engine.imaging.Image;
import dev.selfsame.engine.imaging.ImageDecoder;
import dev.selfsame.engine.imaging.ImageLimits;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

import javax.imageio.ImageIO;

/** What was found, drawn onto the upright picture: boxes, eyes, mesh points, number and quality. */
final class FaceDrawing {

    private static final Color BOX = new Color(0x00, 0xc8, 0x53);
    private static final Color POINT = new Color(0x40, 0xc4, 0xff);
    private static final Color EYE = new Color(0xff, 0x17, 0x44);
    private static final Color LABEL_GROUND = new Color(0, 0, 0, 160);

    private final Graphics2D graphics;

    private FaceDrawing(Graphics2D graphics) {
        this.graphics = graphics;
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    /** A PNG file of the size that the picture was decoded at. */
    static byte[] png(PictureFile picture, Faces faces) {
        BufferedImage canvas =
                switch (new ImageDecoder(ImageLimits.DEFAULT).decode(picture.bytes())) {
                    case Decoded(var image, var info) -> {
                        BufferedImage upright = canvas(image);
                        draw(upright, faces, 1.0 / info.reduction());
                        yield upright;
                    }
                    case Refused refused -> throw Advice.about(picture, refused);
                };
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(canvas, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private static BufferedImage canvas(Image image) {
        BufferedImage canvas =
                new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        int[] row = new int[image.width()];
        byte[] rgb = image.rgb();
        int at = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < row.length; x++, at += 3) {
                row[x] = (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | (rgb[at + 2] & 0xff);
            }
            canvas.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return canvas;
    }

    private static void draw(BufferedImage canvas, Faces faces, double scale) {
        Graphics2D graphics = canvas.createGraphics();
        graphics.scale(scale, scale);
        FaceDrawing drawing = new FaceDrawing(graphics);
        for (int i = 0; i < faces.faces().size(); i++) {
            drawing.face(i + 1, faces.faces().get(i));
        }
        graphics.dispose();
    }

    private void face(int number, FaceReading face) {
        // why: lines and letters grow with the face, so that both small and large ones stay legible
        double unit = Math.max(face.box().width() / 150, 0.7);
        graphics.setStroke(new BasicStroke((float) (2 * unit)));
        graphics.setColor(BOX);
        graphics.draw(
                new Rectangle2D.Double(
                        face.box().x(), face.box().y(), face.box().width(), face.box().height()));
        graphics.setColor(POINT);
        for (int i = 0; i + 1 < face.mesh().length; i += 2) {
            dot(face.mesh()[i], face.mesh()[i + 1], 0.9 * unit);
        }
        graphics.setColor(EYE);
        dot(face.eyes().x1(), face.eyes().y1(), 2.5 * unit);
        dot(face.eyes().x2(), face.eyes().y2(), 2.5 * unit);
        try {
            label(number, face, unit);
        } catch (RuntimeException | LinkageError | InternalError _) {
            // why so wide: a machine without fonts fails inside the JDK in many ways; the lines,
            // which need none, are worth having
        }
    }

    private void dot(double x, double y, double radius) {
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private void label(int number, FaceReading face, double unit) {
        String text =
                String.format(
                        Locale.ROOT,
                        "%d: quality %d, yaw %.0f pitch %.0f",
                        number,
                        face.quality().value(),
                        face.pose().yawDegrees(),
                        face.pose().pitchDegrees());
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) (10 * unit)));
        Rectangle2D size = graphics.getFontMetrics().getStringBounds(text, graphics);
        double left = Math.max(0, face.box().x());
        double baseline = Math.max(size.getHeight(), face.box().y() - 3 * unit);
        graphics.setColor(LABEL_GROUND);
        graphics.fill(
                new Rectangle2D.Double(
                        left, baseline + size.getY(), size.getWidth(), size.getHeight()));
        graphics.setColor(Color.WHITE);
        graphics.drawString(text, (float) left, (float) baseline);
    }
}
