package dev.selfsame.engine.liveness;

import dev.selfsame.engine.liveness.Pinhole.Vertex;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/**
 * A flat picture of a face held in front of the camera: a print with a border, or a screen that
 * fills the view. It can be moved, tilted, brought nearer and bent.
 *
 * @param photo what is on it
 * @param border white around it, as a part of its width
 * @param bend depth of its middle before its edges, as a part of its width
 * @param path how it is held
 */
record FilmedPhoto(BufferedImage photo, double border, double bend, Path path)
        implements Film.Scene {

    static final int WIDTH = 640;
    static final int HEIGHT = 480;
    private static final double FOCAL = 700;
    private static final int CELLS = 16;

    /**
     * Where the picture is at a moment.
     *
     * @param x across, in widths of the picture
     * @param y down, in widths of the picture
     * @param distance in widths of the picture
     * @param yaw radians
     * @param pitch radians
     * @param roll radians
     */
    record Place(double x, double y, double distance, double yaw, double pitch, double roll) {}

    /** How it is held over time. */
    interface Path {
        Place at(double seconds);
    }

    /** Held in a hand: small waves of every kind. */
    static Path held(double distance, double amount) {
        return t ->
                new Place(
                        0.06 * amount * Math.sin(2.1 * t),
                        0.05 * amount * Math.sin(1.7 * t + 1),
                        distance * (1 + 0.08 * amount * Math.sin(1.3 * t)),
                        0.25 * amount * Math.sin(1.9 * t),
                        0.2 * amount * Math.sin(1.5 * t + 2),
                        0.08 * amount * Math.sin(1.1 * t));
    }

    /** Brought nearer between two moments. */
    static Path approaching(double far, double near, double from, double to) {
        return t -> {
            double share = Math.clamp((t - from) / (to - from), 0.0, 1.0);
            double distance = far + (near - far) * share;
            return new Place(0.01 * Math.sin(3 * t), 0.01 * Math.cos(2 * t), distance, 0, 0, 0);
        };
    }

    @Override
    public BufferedImage at(double seconds) {
        BufferedImage print = bordered();
        Pinhole camera = new Pinhole(WIDTH, HEIGHT, FOCAL, room());
        Place place = path.at(seconds);
        double tall = (double) print.getHeight() / print.getWidth();
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column < CELLS; column++) {
                Vertex a = vertex(print, place, tall, column, row);
                Vertex b = vertex(print, place, tall, column + 1, row);
                Vertex c = vertex(print, place, tall, column, row + 1);
                Vertex d = vertex(print, place, tall, column + 1, row + 1);
                camera.draw(print, a, b, c);
                camera.draw(print, b, d, c);
            }
        }
        return camera.image();
    }

    private Vertex vertex(BufferedImage print, Place place, double tall, int column, int row) {
        double u = (double) column / CELLS - 0.5;
        double v = (double) row / CELLS - 0.5;
        double z = bend * (4 * u * u - 1);
        double x = u * Math.cos(place.yaw()) + z * Math.sin(place.yaw());
        z = z * Math.cos(place.yaw()) - u * Math.sin(place.yaw());
        double y = v * tall * Math.cos(place.pitch()) - z * Math.sin(place.pitch());
        z = z * Math.cos(place.pitch()) + v * tall * Math.sin(place.pitch());
        return new Vertex(
                x * Math.cos(place.roll()) - y * Math.sin(place.roll()) + place.x(),
                x * Math.sin(place.roll()) + y * Math.cos(place.roll()) + place.y(),
                place.distance() + z,
                (u + 0.5) * print.getWidth(),
                (v + 0.5) * print.getHeight());
    }

    private BufferedImage bordered() {
        int edge = (int) (border * photo.getWidth());
        BufferedImage print =
                new BufferedImage(
                        photo.getWidth() + 2 * edge,
                        photo.getHeight() + 2 * edge,
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D g = print.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, print.getWidth(), print.getHeight());
        g.drawImage(photo, edge, edge, null);
        g.dispose();
        return print;
    }

    /** A wall that is lighter above, with a shelf. */
    static BufferedImage room() {
        BufferedImage room = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int wave = (int) (18 * Math.sin(x / 23.0) * Math.cos(y / 17.0));
                int grey = Math.clamp(150 - y / 8 + wave, 0, 255);
                room.setRGB(x, y, grey << 16 | (grey - 8) << 8 | (grey - 20));
            }
        }
        Graphics2D g = room.createGraphics();
        g.setColor(new Color(70, 50, 40));
        g.fillRect(0, 330, WIDTH, 14);
        g.dispose();
        return room;
    }
}
