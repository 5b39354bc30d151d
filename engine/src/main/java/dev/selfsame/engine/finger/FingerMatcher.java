package dev.selfsame.engine.finger;

import com.machinezoo.sourceafis.FingerprintMatcher;

import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.template.BrokenTemplateException;
import dev.selfsame.engine.template.FingerTemplate;

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
        return compare(OpenedFinger.of(reference), OpenedFinger.of(candidate));
    }

    static Fmr compare(OpenedFinger reference, OpenedFinger candidate) {
        boolean inOrder = reference.isLookedForIn(candidate);
        OpenedFinger probe = inOrder ? reference : candidate;
        OpenedFinger searched = inOrder ? candidate : reference;
        return fmr(new FingerprintMatcher(probe.template()), searched);
    }

    static Fmr fmr(FingerprintMatcher probe, OpenedFinger searched) {
        return Fmr.clamped(Math.pow(10, -probe.match(searched.template()) / 10));
    }
}
