package dev.selfsame.bench;

import dev.selfsame.bench.learn.FingerSet;
import dev.selfsame.bench.learn.FingerSet.Print;
import dev.selfsame.engine.finger.FingerDetails;
import dev.selfsame.engine.finger.FingerExporter;
import dev.selfsame.engine.finger.FingerImport;
import dev.selfsame.engine.finger.FingerImporter;
import dev.selfsame.engine.finger.FingerMatcher;
import dev.selfsame.engine.finger.InterchangeFormat;
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
        figures.reportFusion();
        figures.reportRecords();
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
     * Virtual people: every two fingers of a set are a person's, impression by impression, and
     * every two people without a common finger are strangers.
     */
    private void reportFusion() {
        for (Map.Entry<String, List<Print>> set : sets.entrySet()) {
            List<Print> prints = set.getValue();
            List<List<Print>> fingers =
                    prints.stream()
                            .map(Print::finger)
                            .distinct()
                            .map(it -> prints.stream().filter(p -> p.finger().equals(it)).toList())
                            .toList();
            report(set.getKey(), new FingerRates(fingers));
        }
    }

    private static void report(String set, FingerRates rates) {
        List<Double> impostors = new ArrayList<>();
        List<Double> genuine = new ArrayList<>();
        List<Double> alone = new ArrayList<>();
        for (int a = 0; a < rates.fingers(); a++) {
            for (int b = a + 1; b < rates.fingers(); b++) {
                genuine.addAll(rates.fused(a, a, b, b));
                for (int c = a + 1; c < rates.fingers(); c++) {
                    for (int d = c + 1; d < rates.fingers(); d++) {
                        if (b != c && b != d) {
                            impostors.addAll(rates.fused(a, b, c, d));
                        }
                    }
                }
            }
            alone.addAll(rates.of(a, a));
        }
        print("%s, two fingers: impostors %s", set, counts(impostors, true));
        print("    genuine missed, two fingers %s", counts(genuine, false));
        print("    genuine missed, one finger  %s", counts(alone, false));
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
