package dev.selfsame.engine.portrait;

import dev.selfsame.engine.face.LocatedFace;
import dev.selfsame.engine.imaging.Affine;
import dev.selfsame.engine.imaging.Pyramid;
import dev.selfsame.engine.imaging.Resampler;

/**
 * The face and its surroundings at a fixed size, with its parts named: what all measurements share.
 *
 * @param face the face in the picture
 * @param geometry how the sheet lies in the picture
 * @param colours its pixels
 * @param inside the pixels that lie in the picture
 * @param rightEye the person's right eye
 * @param leftEye the person's left eye
 * @param regions the parts of the face
 * @param skin the skin's colour
 * @param backdrop what is behind the head
 */
record PortraitSheet(
        LocatedFace face,
        SheetGeometry geometry,
        Colours colours,
        Region inside,
        Eye rightEye,
        Eye leftEye,
        FaceRegions regions,
        Skin skin,
        Backdrop backdrop) {

    static PortraitSheet of(Pyramid picture, LocatedFace face) {
        SheetGeometry geometry = SheetGeometry.of(face);
        float[] rgb = new float[SheetGeometry.WIDTH * SheetGeometry.HEIGHT * 3];
        Affine map = geometry.toPicture();
        Resampler.sample(picture, map, SheetGeometry.WIDTH, SheetGeometry.HEIGHT, rgb);
        Colours colours = Colours.of(rgb);
        Region inside = inside(picture, map);
        Eye right = Eye.right(geometry);
        Eye left = Eye.left(geometry);
        FaceRegions regions = FaceRegions.of(geometry, right, left, inside);
        return new PortraitSheet(
                face,
                geometry,
                colours,
                inside,
                right,
                left,
                regions,
                Skin.of(colours, regions),
                Backdrop.of(colours, inside));
    }

    private static Region inside(Pyramid picture, Affine map) {
        int width = picture.image().width();
        int height = picture.image().height();
        return Region.where(
                i -> {
                    int column = SheetGeometry.column(i);
                    int row = SheetGeometry.row(i);
                    double x = map.x(column, row);
                    double y = map.y(column, row);
                    return x >= 0 && y >= 0 && x <= width - 1 && y <= height - 1;
                });
    }
}
