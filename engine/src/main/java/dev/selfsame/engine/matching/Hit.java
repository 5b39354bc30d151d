package dev.selfsame.engine.matching;

import java.util.Comparator;
import java.util.UUID;

/** A template found by a search, with its {@link FaceMatcher#closeness}. */
record Hit(double closeness, UUID id) {

    /** The best first; of equals the one with the smaller id, so that every search agrees. */
    static final Comparator<Hit> BEST_FIRST =
            Comparator.comparingDouble(Hit::closeness).reversed().thenComparing(Hit::id);
}
