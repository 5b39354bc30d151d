package dev.selfsame.bench;

import dev.selfsame.bench.learn.FingerSet;
import dev.selfsame.bench.learn.FingerSet.Print;
import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.finger.FingerDetails;
import dev.selfsame.engine.finger.FingerExporter;
import dev.selfsame.engine.finger.FingerImport;
import dev.selfsame.engine.finger.FingerImporter;
import dev.selfsame.engine.finger.FingerMatcher;
import dev.selfsame.engine.finger.InterchangeFormat;
import dev.selfsame.engine.matching.Fusion;
import dev.selfsame.engine.template.FingerTemplate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts, on FVC2002's B sets, what prints lose when they pass through a standard record, and
 * whether the fused rate of two fingers holds. Argument: the sets' folder.
 */
public final class FingerFigures {

    private static final double STATED = 1e-4;

    private final FingerMatcher matcher = new FingerMatcher();
    private final Map<String, List<Print>> sets = new TreeMap<>();

    private FingerFigures(List<Print> prints) {
        prints.forEach(it -> sets.computeIfAbsent(it.set(), _ -> new ArrayList<>()).add(it));
    }

    public static void main(String[] args) throws IOException {
        FingerFigures figures = new FingerFigures(FingerSet.of(Path.of(args[0])));
        figures.reportRecords();
        figures.reportFusion();
    }

    private void reportRecords() {
        print("missed genuine pairs at the stated FMR 1e-4");
        for (Map.Entry<String, List<Print>> set : sets.entrySet()) {
            List<Print> prints = set.getValue();
            List<FingerTemplate> own = prints.stream().map(Print::template).toList();
            Map<String, Integer> missed = new LinkedHashMap<>();
            missed.put("native with native", missed(prints, own, own));
            for (InterchangeFormat format : InterchangeFormat.values()) {
                List<FingerTemplate> passed =
                        own.stream().map(it -> throughRecord(it, format)).toList();
                missed.put(format + " with native", missed(prints, passed, own));
                missed.put(format + " with itself", missed(prints, passed, passed));
            }
            print("%s, of %d: %s", set.getKey(), genuine(prints), missed);
        }
    }

    private static FingerTemplate throughRecord(FingerTemplate it, InterchangeFormat format) {
        byte[] record = new FingerExporter().write(it, format, FingerDetails.UNKNOWN);
        return ((FingerImport.Imported) new FingerImporter().read(record))
                .fingers()
                .getFirst()
                .template();
    }

    private static int genuine(List<Print> prints) {
        int pairs = 0;
        for (int i = 0; i < prints.size(); i++) {
            for (int j = i + 1; j < prints.size(); j++) {
                pairs += prints.get(i).finger().equals(prints.get(j).finger()) ? 1 : 0;
            }
        }
        return pairs;
    }

    private int missed(List<Print> prints, List<FingerTemplate> ones, List<FingerTemplate> others) {
        int missed = 0;
        for (int i = 0; i < prints.size(); i++) {
            for (int j = i + 1; j < prints.size(); j++) {
                if (prints.get(i).finger().equals(prints.get(j).finger())
                        && matcher.compare(ones.get(i), others.get(j)).value() > STATED) {
                    missed++;
                }
            }
        }
        return missed;
    }

    /**
     * Virtual people: finger i and finger i + 5 of a set are one person's, impression by
     * impression.
     */
    private void reportFusion() {
        for (Map.Entry<String, List<Print>> set : sets.entrySet()) {
            List<Print> prints = set.getValue();
            List<String> fingers = prints.stream().map(Print::finger).distinct().toList();
            int half = fingers.size() / 2;
            List<List<Print>> first = new ArrayList<>();
            List<List<Print>> second = new ArrayList<>();
            for (int i = 0; i < half; i++) {
                first.add(of(prints, fingers.get(i)));
                second.add(of(prints, fingers.get(i + half)));
            }
            report(set.getKey(), first, second);
        }
    }

    private static List<Print> of(List<Print> prints, String finger) {
        return prints.stream().filter(it -> it.finger().equals(finger)).toList();
    }

    private void report(String set, List<List<Print>> first, List<List<Print>> second) {
        List<Double> impostors = new ArrayList<>();
        List<Double> genuine = new ArrayList<>();
        List<Double> genuineAlone = new ArrayList<>();
        for (int a = 0; a < first.size(); a++) {
            for (int b = a; b < first.size(); b++) {
                for (int i = 0; i < first.get(a).size(); i++) {
                    for (int j = a == b ? i + 1 : 0; j < first.get(b).size(); j++) {
                        Fmr one = compare(first.get(a).get(i), first.get(b).get(j));
                        Fmr two = compare(second.get(a).get(i), second.get(b).get(j));
                        (a == b ? genuine : impostors).add(Fusion.fused(List.of(one, two)).value());
                        if (a == b) {
                            genuineAlone.add(one.value());
                            genuineAlone.add(two.value());
                        }
                    }
                }
            }
        }
        print("%s, two fingers: impostors %s", set, counts(impostors, true));
        print("    genuine missed, two fingers %s", counts(genuine, false));
        print("    genuine missed, one finger  %s", counts(genuineAlone, false));
    }

    private Fmr compare(Print a, Print b) {
        return matcher.compare(a.template(), b.template());
    }

    private static String counts(List<Double> rates, boolean atMost) {
        StringBuilder text = new StringBuilder();
        for (double stated : new double[] {1e-1, 1e-2, 1e-3, 1e-4}) {
            long met = rates.stream().filter(it -> it <= stated == atMost).count();
            text.append(
                    String.format(
                            Locale.ROOT,
                            "  at %.0e: %.2e (%d/%d)",
                            stated,
                            (double) met / rates.size(),
                            met,
                            rates.size()));
        }
        return text.toString();
    }

    private static void print(String format, Object... values) {
        System.out.println(
                String.format(Locale.ROOT, format, Arrays.copyOf(values, values.length)));
    }
}
