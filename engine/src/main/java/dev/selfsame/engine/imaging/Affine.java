package dev.selfsame.engine.imaging;

/**
 * A map of the plane: {@code x' = a*x + b*y + c}, {@code y' = d*x + e*y + f}. Pixel centres lie on
 * whole numbers.
 */
public record Affine(double a, double b, double c, double d, double e, double f) {

    /** The map that changes nothing. */
    public static final Affine IDENTITY = new Affine(1, 0, 0, 0, 1, 0);

    /** Scales about the origin, then moves. */
    public static Affine scaleThenMove(double scale, double dx, double dy) {
        return new Affine(scale, 0, dx, 0, scale, dy);
    }

    /**
     * The map from a square of {@code side} pixels, turned by {@code radians} (clockwise on the
     * screen), of which the centre lies at {@code (centreX, centreY)}, out of a grid of {@code
     * cells} x {@code cells}.
     */
    public static Affine fromTurnedSquare(
            double centreX, double centreY, double side, double radians, int cells) {
        double scale = side / cells;
        double cos = Math.cos(radians) * scale;
        double sin = Math.sin(radians) * scale;
        double half = (cells - 1) / 2.0;
        return new Affine(
                cos,
                -sin,
                centreX - half * cos + half * sin,
                sin,
                cos,
                centreY - half * sin - half * cos);
    }

    /** Where the point's column goes. */
    public double x(double x, double y) {
        return a * x + b * y + c;
    }

    /** Where the point's row goes. */
    public double y(double x, double y) {
        return d * x + e * y + f;
    }

    /** How much longer lengths become: the square root of the area's growth. */
    public double scale() {
        return Math.sqrt(Math.abs(a * e - b * d));
    }

    /** This map, then the other one. */
    public Affine then(Affine next) {
        return new Affine(
                next.a * a + next.b * d,
                next.a * b + next.b * e,
                next.a * c + next.b * f + next.c,
                next.d * a + next.e * d,
                next.d * b + next.e * e,
                next.d * c + next.e * f + next.f);
    }

    /**
     * The map back.
     *
     * @throws ArithmeticException if this map flattens the plane
     */
    public Affine inverse() {
        double determinant = a * e - b * d;
        if (!(Math.abs(determinant) > 1e-12)) {
            throw new ArithmeticException("the map has no inverse, determinant " + determinant);
        }
        double ia = e / determinant;
        double ib = -b / determinant;
        double id = -d / determinant;
        double ie = a / determinant;
        return new Affine(ia, ib, -(ia * c + ib * f), id, ie, -(id * c + ie * f));
    }
}
