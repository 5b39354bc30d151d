package dev.selfsame.engine.liveness;

import dev.selfsame.engine.face.TrackedFace;
import dev.selfsame.engine.imaging.ImageInfo;
import dev.selfsame.engine.imaging.Pyramid;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Judges pictures that were taken already, without guiding anybody. */
final class FrameJury {

    private final FrameReader reader;
    private final FaceWatch watch;
    private final LivenessJudge judge;

    FrameJury(FrameReader reader, FaceWatch watch, LivenessJudge judge) {
        this.reader = reader;
        this.watch = watch;
        this.judge = judge;
    }

    LivenessVerdict judge(LivenessTask task, List<byte[]> frames, int millisBetween) {
        List<KeptFrame> kept = new ArrayList<>();
        Sighting before = null;
        int crowded = 0;
        for (int i = 0; i < frames.size(); i++) {
            if (reader.read(frames.get(i))
                    instanceof FrameReading.Opened(Pyramid picture, ImageInfo info)) {
                List<TrackedFace> faces = watch.faces(picture, before, true);
                crowded += faces.size() > 1 ? 1 : 0;
                before =
                        faces.isEmpty()
                                ? null
                                : Sighting.of(
                                        (long) i * millisBetween, picture, info, faces.get(0));
                keep(kept, frames.get(i), before);
            }
        }
        return judge.judgeAnyNumber(
                new Evidence(task, kept, true, null, kept.size(), crowded, null));
    }

    private static void keep(List<KeptFrame> kept, byte[] jpeg, @Nullable Sighting sighting) {
        if (sighting != null) {
            kept.add(new KeptFrame(jpeg, sighting));
        }
    }
}
