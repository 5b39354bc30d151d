package dev.selfsame.bench;

import dev.selfsame.bench.learn.FingerSet.Print;
import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.finger.FingerMatcher;
import dev.selfsame.engine.matching.Fusion;

import java.util.ArrayList;
import java.util.List;

/** The rates of every print of every finger with every one of every other. */
final class FingerRates {

    private final List<List<List<Double>>> rates = new ArrayList<>();

    FingerRates(List<List<Print>> fingers) {
        FingerMatcher matcher = new FingerMatcher();
        for (List<Print> one : fingers) {
            rates.add(fingers.parallelStream().map(other -> rates(one, other, matcher)).toList());
        }
    }

    /** A print is not compared with itself. */
    private static List<Double> rates(List<Print> one, List<Print> other, FingerMatcher matcher) {
        boolean same = one.getFirst().finger().equals(other.getFirst().finger());
        List<Double> rates = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            for (int j = same ? i + 1 : 0; j < other.size(); j++) {
                rates.add(matcher.compare(one.get(i).template(), other.get(j).template()).value());
            }
        }
        return rates;
    }

    int fingers() {
        return rates.size();
    }

    List<Double> of(int a, int b) {
        return rates.get(a).get(b);
    }

    /** Of a with b and c with d, for each two impressions. */
    List<Double> fused(int a, int b, int c, int d) {
        List<Double> fused = new ArrayList<>();
        for (int i = 0; i < of(a, b).size(); i++) {
            List<Fmr> parts = List.of(new Fmr(of(a, b).get(i)), new Fmr(of(c, d).get(i)));
            fused.add(Fusion.fused(parts).value());
        }
        return fused;
    }
}
