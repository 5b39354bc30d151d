package dev.selfsame.server.trial;

import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Pictures of different fingers and different faces, and the bodies of requests that hold them. */
final class Album {

    private static final int FACE_EVERY = 10;

    private final List<String> fingers;
    private final List<String> faces;

    /**
     * An album.
     *
     * @param fingers files of fingers that do not match each other, at least 4
     * @param faces files of faces that do not match each other, 2 or more, or none
     */
    Album(List<byte[]> fingers, List<byte[]> faces) {
        if (fingers.size() < 4 || faces.size() == 1) {
            throw new IllegalArgumentException(
                    fingers.size() + " fingers, " + faces.size() + " faces (expected: 4, 2 or 0)");
        }
        this.fingers = fingers.stream().map(Album::base64).toList();
        this.faces = faces.stream().map(Album::base64).toList();
    }

    private static String base64(byte[] file) {
        return Base64.getEncoder().encodeToString(file);
    }

    /** Two different fingers, and now and then a face. */
    Looks draw(Random random) {
        int first = random.nextInt(fingers.size());
        int second = another(random, fingers.size(), first, first);
        boolean withFace = !faces.isEmpty() && random.nextInt(FACE_EVERY) == 0;
        return new Looks(first, second, withFace ? random.nextInt(faces.size()) : Looks.NO_FACE);
    }

    /** Looks of which no finger, and no face if there is one, is as before. */
    Looks drawUnlike(Looks before, Random random) {
        int first = another(random, fingers.size(), before.first(), before.first());
        int second = another(random, fingers.size(), before.second(), first);
        boolean withFace = before.hasFace() && random.nextInt(2) == 0;
        return new Looks(
                first,
                second,
                withFace
                        ? another(random, faces.size(), before.face(), before.face())
                        : Looks.NO_FACE);
    }

    private static int another(Random random, int count, int not, int norThis) {
        int drawn = random.nextInt(count);
        while (drawn == not || drawn == norThis) {
            drawn = random.nextInt(count);
        }
        return drawn;
    }

    /** The body of {@code enroll}, {@code update} and {@code verify}. */
    String person(String customId, Looks looks) {
        return "{\"Person\":{\"CustomID\":\"%s\",%s}}".formatted(customId, samples(looks));
    }

    /** The body of {@code identify}, for the fingers of somebody. */
    String identify(Looks looks, int candidates) {
        return "{\"Identify\":{\"TargetFPIR\":1,\"MaxCandidates\":%d,%s}}"
                .formatted(candidates, samples(looks.fingers()));
    }

    private String samples(Looks looks) {
        String both =
                "\"Fingers\":[{\"Finger-1\":\"%s\",\"Finger-2\":\"%s\"}]"
                        .formatted(fingers.get(looks.first()), fingers.get(looks.second()));
        return looks.hasFace()
                ? "\"Face\":[{\"Face-1\":\"%s\"}],%s".formatted(faces.get(looks.face()), both)
                : both;
    }
}
