package dev.selfsame.engine.finger;

import com.machinezoo.sourceafis.FingerprintMatcher;

import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.template.BrokenTemplateException;
import dev.selfsame.engine.template.FingerTemplate;

import java.util.Arrays;
import java.util.Objects;

/** Compares fingerprints with SourceAFIS. Safe for any number of threads; keeps nothing. */
public final class FingerMatcher {

    /**
     * Calibrated FMR of the comparison: 10^(-s/10) of SourceAFIS's score s, as its author
     * calibrates it. The same whichever template comes first.
     *
     * @throws BrokenTemplateException if one of them is not readable
     */
    public Fmr compare(FingerTemplate reference, FingerTemplate candidate) {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(candidate, "candidate");
        boolean inOrder = searchesFor(reference, candidate);
        FingerTemplate probe = inOrder ? reference : candidate;
        FingerTemplate searched = inOrder ? candidate : reference;
        FingerprintMatcher matcher = new FingerprintMatcher(SerializedMinutiae.open(probe));
        double score = matcher.match(SerializedMinutiae.open(searched));
        return Fmr.clamped(Math.pow(10, -score / 10));
    }

    /**
     * Whether the first is to be looked for in the second. why: SourceAFIS scores differ a little
     * by direction; the smaller template as the probe is as accurate as the mean of both directions
     * and costs least, as its table of edges grows with the square of the minutiae.
     */
    private static boolean searchesFor(FingerTemplate first, FingerTemplate second) {
        int byLength = Integer.compare(first.minutiae().length, second.minutiae().length);
        return byLength != 0
                ? byLength < 0
                : Arrays.compareUnsigned(first.minutiae(), second.minutiae()) <= 0;
    }
}
