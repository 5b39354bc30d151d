package dev.selfsame.engine.liveness;

import dev.selfsame.engine.face.TrackedFace;
import dev.selfsame.engine.liveness.Pinhole.Vertex;

import java.awt.image.BufferedImage;

/**
 * A head with depth in front of the camera, made from a photograph of one and the depth that the
 * mesh network sees in it: the face by its mesh, the rest of the head as a bowl behind it, the
 * picture's edges as a wall far behind.
 */
final class FilmedHead implements Film.Scene {

    private static final double FOCAL = 700;
    private static final int CELL = 6;
    private static final double WALL = 14;

    /**
     * How the head is held at a moment.
     *
     * @param distance of the eyes from the camera in distances of the eyes
     * @param yaw radians, positive turns the nose to the left of the frame
     * @param pitch radians, positive turns the nose down
     */
    record Pose(double distance, double yaw, double pitch) {}

    /** How the head moves over time. */
    interface Path {
        Pose at(double seconds);
    }

    private final BufferedImage photo;
    private final Path path;
    private final int columns;
    private final int rows;
    private final double[] depth;
    private final double[] share;
    private final double eyesX;
    private final double eyesY;
    private final double interEye;

    FilmedHead(BufferedImage photo, TrackedFace face, Path path) {
        this.photo = photo;
        this.path = path;
        columns = photo.getWidth() / CELL + 1;
        rows = photo.getHeight() / CELL + 1;
        depth = new double[columns * rows];
        share = new double[columns * rows];
        eyesX = (face.face().eyes().x1() + face.face().eyes().x2()) / 2;
        eyesY = (face.face().eyes().y1() + face.face().eyes().y2()) / 2;
        interEye = face.face().eyes().interEyePixels();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                model(face, column, row);
            }
        }
    }

    /** Depth of a point in distances of the eyes, and how much of it belongs to the head. */
    private void model(TrackedFace face, int column, int row) {
        double x = column * CELL;
        double y = row * CELL;
        double weights = 0;
        double sum = 0;
        double nearest = Double.MAX_VALUE;
        float[] mesh = face.face().mesh();
        for (int i = 0; i < face.depth().length; i++) {
            double away = Math.hypot(mesh[2 * i] - x, mesh[2 * i + 1] - y) / interEye;
            double weight = 1 / (1e-3 + Math.pow(away, 4));
            weights += weight;
            sum += weight * face.depth()[i] / interEye;
            nearest = Math.min(nearest, away);
        }
        int at = row * columns + column;
        double outside = Math.max(0, nearest - 0.15);
        depth[at] = sum / weights + Math.min(1.2, 1.4 * outside);
        share[at] = Math.clamp(1 - (outside - 0.9) / 0.3, 0.0, 1.0);
    }

    @Override
    public BufferedImage at(double seconds) {
        Pinhole camera = new Pinhole(FilmedPhoto.WIDTH, FilmedPhoto.HEIGHT, FOCAL, wall());
        Pose pose = path.at(seconds);
        Vertex[] vertices = new Vertex[depth.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                vertices[row * columns + column] = vertex(pose, column, row);
            }
        }
        for (int row = 1; row < rows; row++) {
            for (int column = 1; column < columns; column++) {
                int at = row * columns + column;
                if (share[at] + share[at - 1] + share[at - columns] + share[at - columns - 1] > 0) {
                    camera.draw(
                            photo,
                            vertices[at - columns - 1],
                            vertices[at - columns],
                            vertices[at]);
                    camera.draw(photo, vertices[at - columns - 1], vertices[at], vertices[at - 1]);
                }
            }
        }
        return camera.image();
    }

    /** Turned about the neck's axis, one and a half distances of the eyes behind the face. */
    private Vertex vertex(Pose pose, int column, int row) {
        int at = row * columns + column;
        double x = (column * CELL - eyesX) / interEye;
        double y = (row * CELL - eyesY) / interEye;
        double z = depth[at] - 1.5;
        double turnedX = x * Math.cos(pose.yaw()) + z * Math.sin(pose.yaw());
        double turnedZ = z * Math.cos(pose.yaw()) - x * Math.sin(pose.yaw());
        double turnedY = y * Math.cos(pose.pitch()) - turnedZ * Math.sin(pose.pitch());
        turnedZ = turnedZ * Math.cos(pose.pitch()) + y * Math.sin(pose.pitch());
        double headZ = pose.distance() + turnedZ + 1.5;
        double wallZ = pose.distance() + WALL;
        double s = share[at];
        return new Vertex(
                turnedX, turnedY - 0.45, s * headZ + (1 - s) * wallZ, column * CELL, row * CELL);
    }

    private static BufferedImage wall() {
        return FilmedPhoto.room();
    }
}
