package dev.selfsame.engine.portrait;

import dev.selfsame.engine.face.FaceLocator;
import dev.selfsame.engine.face.FaceModels;
import dev.selfsame.engine.face.LocatedFace;
import dev.selfsame.engine.imaging.DecodeResult.Decoded;
import dev.selfsame.engine.imaging.ImageDecoder;
import dev.selfsame.engine.imaging.ImageLimits;
import dev.selfsame.engine.imaging.Pyramid;
import dev.selfsame.engine.inference.ModelPack;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/** Draws the sheet of a portrait, plain or with its regions. Confined to one thread. */
public final class SheetDrawing implements AutoCloseable {

    /** Columns of a drawing. */
    public static final int WIDTH = 2 * SheetGeometry.WIDTH;

    /** Rows of a drawing. */
    public static final int HEIGHT = 2 * SheetGeometry.HEIGHT;

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);
    private final FaceModels models;
    private final FaceLocator locator;

    public SheetDrawing() {
        ModelPack pack = ModelPack.builtIn();
        models = new FaceModels(pack, pack.modes().get(0), List.of(pack), 1);
        locator = new FaceLocator(decoder, models);
    }

    /** Two pixels for each of the sheet's; empty where there is no face. */
    public Optional<BufferedImage> draw(byte[] file, boolean withRegions) {
        if (!(decoder.decode(file, 1000) instanceof Decoded decoded)) {
            return Optional.empty();
        }
        Pyramid picture = new Pyramid(decoded.image());
        List<LocatedFace> faces = locator.noticeable(picture);
        if (faces.isEmpty()
                || Framing.of(faces.get(0), decoded.image()) == FramingVerdict.NO_LANDMARKS) {
            return Optional.empty();
        }
        PortraitSheet sheet = PortraitSheet.of(picture, faces.get(0));
        BufferedImage drawing = plain(sheet);
        if (withRegions) {
            drawRegions(drawing, sheet);
        }
        return Optional.of(drawing);
    }

    @Override
    public void close() {
        models.close();
    }

    private static BufferedImage plain(PortraitSheet sheet) {
        BufferedImage drawing = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Colours colours = sheet.colours();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int i = y / 2 * SheetGeometry.WIDTH + x / 2;
                int red = Math.round(colours.red()[i]);
                int green = Math.round(colours.green()[i]);
                int blue = Math.round(colours.blue()[i]);
                drawing.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        return drawing;
    }

    private static void drawRegions(BufferedImage drawing, PortraitSheet sheet) {
        FaceRegions regions = sheet.regions();
        outline(drawing, regions.oval(), 0xFFFFFF);
        outline(drawing, regions.forehead(), 0xFFE000);
        outline(drawing, regions.cheeks().or(regions.nose()), 0xFF40FF);
        outline(drawing, regions.lowerFace(), 0x4060FF);
        outline(drawing, regions.lips(), 0xFF8000);
        outline(drawing, regions.brows(), 0x808080);
        outline(drawing, regions.lenses(), 0x00E0E0);
        outline(drawing, sheet.rightEye().aperture().or(sheet.leftEye().aperture()), 0xFF2020);
        for (Eye eye : List.of(sheet.rightEye(), sheet.leftEye())) {
            Iris iris = Iris.of(eye, sheet.colours());
            outline(drawing, Region.disc(iris.x(), iris.y(), iris.radius()), 0xFFFF00);
        }
        for (Backdrop.Cell cell : sheet.backdrop().cells()) {
            outline(
                    drawing,
                    Region.box(cell.x() - 3, cell.y() - 3, cell.x() + 2, cell.y() + 2),
                    0x20A020);
        }
    }

    private static void outline(BufferedImage drawing, Region region, int rgb) {
        for (int pixel : region.minus(region.shrunk(1)).pixels()) {
            int x = 2 * SheetGeometry.column(pixel);
            int y = 2 * SheetGeometry.row(pixel);
            drawing.setRGB(x, y, rgb);
            drawing.setRGB(x + 1, y, rgb);
            drawing.setRGB(x, y + 1, rgb);
            drawing.setRGB(x + 1, y + 1, rgb);
        }
    }
}
