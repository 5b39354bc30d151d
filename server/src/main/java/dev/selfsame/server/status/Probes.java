package dev.selfsame.server.status;

import dev.selfsame.server.problem.Problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tries all parts out, one after the other. Says once that a part has stopped working and once that
 * it works again. For one thread.
 */
final class Probes {

    private static final Logger LOG = LoggerFactory.getLogger(Probes.class);

    private final List<Probe> probes;
    private final Set<Part> down = new HashSet<>();

    Probes(List<Probe> probes) {
        this.probes = List.copyOf(probes);
    }

    /**
     * Which parts work.
     *
     * @param evenCosty whether those are tried too that have to compute something; else they count
     *     as working
     */
    Map<Part, Boolean> run(boolean evenCosty) {
        Map<Part, Boolean> found = new EnumMap<>(Part.class);
        for (Probe probe : probes) {
            found.put(probe.part(), (probe.computes() && !evenCosty) || passes(probe));
        }
        found.put(Part.SERVICE, !found.containsValue(false));
        return found;
    }

    private boolean passes(Probe probe) {
        try {
            probe.trial().run();
            if (down.remove(probe.part())) {
                LOG.info("{} works again", probe.part().id());
            }
            return true;
        } catch (Problem e) {
            if (down.add(probe.part())) {
                LOG.info("{} does not work: {}", probe.part().id(), e.getMessage());
            }
        } catch (RuntimeException e) {
            // why all: whatever it is, the part does not work, and the others are still to be tried
            if (down.add(probe.part())) {
                LOG.warn("{} does not work", probe.part().id(), e);
            }
        }
        return false;
    }
}
