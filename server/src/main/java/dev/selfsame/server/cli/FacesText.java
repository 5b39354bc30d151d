package dev.selfsame.server.cli;

import dev.selfsame.engine.face.FaceReading;
import dev.selfsame.engine.face.FacesOutcome.Faces;
import dev.selfsame.engine.imaging.ImageInfo;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The faces of a picture in words. */
final class FacesText {

    /** Points of the MediaPipe mesh that have a name. */
    private static final Map<String, Integer> NAMED =
            Map.of("nose", 4, "mouth left", 61, "mouth right", 291);

    private final StringBuilder text = new StringBuilder();

    private FacesText() {}

    static String of(String name, Faces faces) {
        FacesText it = new FacesText();
        it.head(name, faces.info(), faces.faces().size());
        for (int i = 0; i < faces.faces().size(); i++) {
            it.face(i + 1, faces.faces().get(i));
        }
        return it.text.toString();
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format + "%n", arguments));
    }

    private void head(String name, ImageInfo info, int count) {
        line(
                "%s: %s, %d x %d pixels%s, %s",
                name,
                info.format(),
                info.fileWidth(),
                info.fileHeight(),
                info.orientation() == 1 ? "" : ", turned upright by its EXIF orientation",
                switch (count) {
                    case 0 -> "no face";
                    case 1 -> "1 face";
                    default -> count + " faces";
                });
    }

    private void face(int number, FaceReading face) {
        line(
                "face %d     x %.0f y %.0f, %.0f x %.0f pixels, confidence %.2f, faceness %.2f",
                number,
                face.box().x(),
                face.box().y(),
                face.box().width(),
                face.box().height(),
                face.box().confidence(),
                face.faceness());
        line(
                "  eyes     (%.0f, %.0f) and (%.0f, %.0f), %.0f pixels apart",
                face.eyes().x1(),
                face.eyes().y1(),
                face.eyes().x2(),
                face.eyes().y2(),
                face.eyes().interEyePixels());
        line("  points   %s", points(face.mesh()));
        line(
                "  pose     yaw %.0f, pitch %.0f, roll %.0f degrees",
                face.pose().yawDegrees(), face.pose().pitchDegrees(), face.pose().rollDegrees());
        line(
                "  openness right eye %.2f, left eye %.2f, mouth %.2f",
                face.openness().rightEye(), face.openness().leftEye(), face.openness().mouth());
        if (face.ageYears() != null) {
            line("  age      about %.0f years", face.ageYears());
        }
        line("  quality  %d", face.quality().value());
        line(
                "  parts    %s",
                face.quality().components().entrySet().stream()
                        .map(
                                it ->
                                        String.format(
                                                Locale.ROOT, "%s %.0f", it.getKey(), it.getValue()))
                        .collect(Collectors.joining(", ")));
    }

    private static String points(float[] mesh) {
        return NAMED.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(
                        it ->
                                String.format(
                                        Locale.ROOT,
                                        "%s (%.0f, %.0f)",
                                        it.getKey(),
                                        mesh[2 * it.getValue()],
                                        mesh[2 * it.getValue() + 1]))
                .collect(Collectors.joining(", "));
    }
}
