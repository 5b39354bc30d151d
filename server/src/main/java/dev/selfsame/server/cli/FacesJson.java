package dev.selfsame.server.cli;

import dev.selfsame.engine.face.FaceReading;
import dev.selfsame.engine.face.FacesOutcome.Faces;
import dev.selfsame.engine.imaging.ImageInfo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The faces of a picture as the members of one JSON object; coordinates in upright file pixels. */
final class FacesJson {

    private FacesJson() {}

    static Map<String, Object> members(String name, Faces faces) {
        ImageInfo info = faces.info();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("file", name);
        members.put("format", info.format().name().toLowerCase(Locale.ROOT));
        members.put("width", info.fileWidth());
        members.put("height", info.fileHeight());
        members.put("orientation", info.orientation());
        members.put("faces", faces.faces().stream().map(FacesJson::face).toList());
        return members;
    }

    private static Map<String, Object> face(FaceReading face) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("box", box(face));
        members.put("confidence", face.box().confidence());
        members.put("faceness", face.faceness());
        members.put("eyes", eyes(face));
        members.put("pose", pose(face));
        members.put("openness", openness(face));
        if (face.ageYears() != null) {
            members.put("ageYears", face.ageYears());
        }
        Map<String, Object> quality = new LinkedHashMap<>();
        quality.put("value", face.quality().value());
        quality.put("components", face.quality().components());
        members.put("quality", quality);
        members.put("landmarks", landmarks(face.mesh()));
        return members;
    }

    private static Map<String, Object> box(FaceReading face) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("x", face.box().x());
        members.put("y", face.box().y());
        members.put("width", face.box().width());
        members.put("height", face.box().height());
        return members;
    }

    private static Map<String, Object> eyes(FaceReading face) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("x1", face.eyes().x1());
        members.put("y1", face.eyes().y1());
        members.put("x2", face.eyes().x2());
        members.put("y2", face.eyes().y2());
        members.put("interEyePixels", face.eyes().interEyePixels());
        return members;
    }

    private static Map<String, Object> pose(FaceReading face) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("yawDegrees", face.pose().yawDegrees());
        members.put("pitchDegrees", face.pose().pitchDegrees());
        members.put("rollDegrees", face.pose().rollDegrees());
        return members;
    }

    private static Map<String, Object> openness(FaceReading face) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("rightEye", face.openness().rightEye());
        members.put("leftEye", face.openness().leftEye());
        members.put("mouth", face.openness().mouth());
        return members;
    }

    /** 468 pairs of coordinates, in tenths of a pixel. */
    private static List<List<Double>> landmarks(float[] mesh) {
        return IntStream.range(0, mesh.length / 2)
                .mapToObj(i -> List.of(tenths(mesh[2 * i]), tenths(mesh[2 * i + 1])))
                .toList();
    }

    private static double tenths(float value) {
        return Math.round(value * 10.0) / 10.0;
    }
}
