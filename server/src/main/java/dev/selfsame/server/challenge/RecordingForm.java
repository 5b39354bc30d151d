package dev.selfsame.server.challenge;

import dev.selfsame.server.challenge.Recording.Frame;
import dev.selfsame.server.json.JsonForm;
import dev.selfsame.server.json.JsonValue;
import dev.selfsame.server.json.JsonValue.Elements;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** What is inside an envelope, checked against its challenge; docs/liveness-recordings.md. */
final class RecordingForm {

    private static final int LONGEST_HOUR_MILLIS = 3_600_000;

    private RecordingForm() {}

    /**
     * Reads a recording.
     *
     * @param body an object
     * @throws Problem {@code INVALID_REQUEST} if it is for another challenge, or no recording
     */
    static Recording parse(JsonValue body, String replayId, byte[] serverRandom) {
        JsonForm form = JsonForm.open("recording", body);
        if (form.integer("version", 0, Integer.MAX_VALUE).orElse(0) != 1) {
            throw invalid("version: expected 1");
        }
        byte[] random = form.get("serverRandom").base64().orElse(new byte[0]);
        boolean fits =
                replayId.equals(form.text("replayId"))
                        && MessageDigest.isEqual(random, serverRandom);
        if (!fits) {
            throw invalid("replayId, serverRandom: not those of this session's challenge");
        }
        return new Recording(frames(form.get("frames")), device(form));
    }

    private static List<Frame> frames(JsonValue value) {
        if (!(value instanceof Elements(var all)) || all.isEmpty()) {
            throw invalid("frames: not an array with something in it");
        }
        if (all.size() > Recording.MOST_FRAMES) {
            throw invalid("frames: more than " + Recording.MOST_FRAMES);
        }
        List<Frame> frames = new ArrayList<>();
        int last = -1;
        for (JsonValue each : all) {
            JsonForm frame = JsonForm.open("frames", each);
            int millis =
                    frame.integer("millis", 0, LONGEST_HOUR_MILLIS)
                            .orElseThrow(() -> invalid("frames: one without millis"));
            if (millis <= last) {
                throw invalid("frames: not in the order in which they were taken");
            }
            last = millis;
            byte[] jpeg =
                    frame.get("jpeg")
                            .base64()
                            .orElseThrow(() -> invalid("frames: one without a JPEG in base64"));
            if (jpeg.length > Recording.MOST_FRAME_BYTES) {
                throw invalid("frames: one of more than " + Recording.MOST_FRAME_BYTES + " bytes");
            }
            frames.add(new Frame(millis, jpeg));
        }
        return frames;
    }

    private static ReportedDevice device(JsonForm form) {
        JsonForm device = form.object("deviceInfo").orElse(JsonForm.empty());
        JsonForm sdk = form.object("sdkInfo").orElse(JsonForm.empty());
        return new ReportedDevice(
                device.text("deviceModel"),
                device.text("osType"),
                device.text("osVersion"),
                sdk.text("sdkVersion"));
    }

    private static Problem invalid(String message) {
        return new Problem(ProblemKind.INVALID_REQUEST, message);
    }
}
