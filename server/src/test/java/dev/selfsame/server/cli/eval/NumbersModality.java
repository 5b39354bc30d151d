package dev.selfsame.server.cli.eval;

import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.calibration.ScoreScale;
import dev.selfsame.engine.template.FaceTemplate;
import dev.selfsame.engine.template.Template;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A modality whose comparisons have known outcomes: pictures that are two numbers in a text file,
 * who it shows and of what quality; alike are those with close numbers. A picture that is empty
 * shows nothing.
 */
final class NumbersModality implements Modality {

    final Map<String, Integer> readings = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "numbers";
    }

    @Override
    public Reading read(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        readings.merge(text, 1, Integer::sum);
        if (text.isEmpty()) {
            return new Reading.Failed("nothing on it");
        }
        String[] numbers = text.split(" ", -1);
        byte[] who = {Byte.parseByte(numbers[0])};
        return new Reading.Acquired(
                new FaceTemplate("NUMBERS", 1, who), Integer.parseInt(numbers[1]));
    }

    /** Score 4000 for equal numbers, 100 less for each step between them. */
    @Override
    public Fmr compare(Template reference, Template candidate) {
        int distance = Math.abs(who(reference) - who(candidate));
        return Fmr.clamped(ScoreScale.fmrOf(4000 - 100 * distance));
    }

    private static int who(Template template) {
        return ((FaceTemplate) template).vector()[0];
    }
}
