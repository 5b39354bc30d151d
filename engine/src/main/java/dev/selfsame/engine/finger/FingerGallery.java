package dev.selfsame.engine.finger;

import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.matching.Candidate;
import dev.selfsame.engine.template.FingerTemplate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fingers of many people in memory, searched exactly: every person with one of the fingers sent is
 * compared (1:N). Safe for any number of threads. Searches run while others add, replace and
 * remove; nobody waits for a search and nothing is copied. A person is seen as they were before a
 * change or after it, never in between; who is there throughout a search is never missed.
 *
 * <p>Fingers have slots 1..10, the standards' codes of {@link FingerPosition}, and only fingers of
 * the same slot are compared. A person's fused rate takes every finger sent as a part; one that the
 * person has not stands for a rate of 1.
 *
 * <p>Templates are kept as SourceAFIS compares them, about 10 kB a finger; see {@link #bytes}.
 */
public final class FingerGallery {

    private final Map<UUID, PersonsFingers> people = new ConcurrentHashMap<>();

    /**
     * Adds a person.
     *
     * @param bySlot one or more fingers by slot, 1..10
     * @return false, and nothing is changed, if the id is there already
     * @throws dev.selfsame.engine.template.BrokenTemplateException if a template is not readable;
     *     nothing is changed
     */
    public boolean add(UUID id, Map<Integer, FingerTemplate> bySlot) {
        Objects.requireNonNull(id, "id");
        return people.putIfAbsent(id, PersonsFingers.of(bySlot)) == null;
    }

    /**
     * Puts fingers in the place of all that the person had.
     *
     * @param bySlot one or more fingers by slot, 1..10
     * @return false, and nothing is changed, if the id is not there
     * @throws dev.selfsame.engine.template.BrokenTemplateException if a template is not readable;
     *     nothing is changed
     */
    public boolean replace(UUID id, Map<Integer, FingerTemplate> bySlot) {
        Objects.requireNonNull(id, "id");
        return people.replace(id, PersonsFingers.of(bySlot)) != null;
    }

    /**
     * Removes a person.
     *
     * @return false if the id is not there
     */
    public boolean remove(UUID id) {
        return people.remove(Objects.requireNonNull(id, "id")) != null;
    }

    public boolean contains(UUID id) {
        return people.containsKey(Objects.requireNonNull(id, "id"));
    }

    /** Number of people. */
    public int size() {
        return people.size();
    }

    /** Number of fingers of all people; counts them, so it takes a while. */
    public long fingers() {
        return people.values().stream().mapToLong(PersonsFingers::count).sum();
    }

    /** Bytes of memory that the templates take, estimated; counts them, so it takes a while. */
    public long bytes() {
        return people.values().stream().mapToLong(PersonsFingers::bytes).sum();
    }

    /**
     * The people most like the fingers sent, best first; of equally alike ones the smaller id
     * first. Each has the rate that {@link #score} gives.
     *
     * <p>why two passes: a rate looks for the smaller template in the larger one, but preparing a
     * template to be looked for costs more than a comparison. So the probe is looked for in
     * everybody, and the best are compared again as {@link #score} does. Who is not among the best
     * {@code limit + 32} of the first pass is not compared again.
     *
     * @param probe one or more fingers by slot, 1..10; people with none of the slots are left out
     * @param limit candidates at most, at least 1
     * @param threads that may compute, the caller's among them, at least 1; more than the CPU has
     *     cores gain nothing
     * @throws dev.selfsame.engine.template.BrokenTemplateException if a template is not readable
     */
    public List<Candidate> search(Map<Integer, FingerTemplate> probe, int limit, int threads) {
        checkPositive("limit", limit);
        checkPositive("threads", threads);
        return new FingerScan(PersonsFingers.of(probe), limit, people.entrySet()).run(threads);
    }

    /**
     * The rate of one person's fingers, empty if the person is not there or has none of the slots
     * sent.
     *
     * @param probe one or more fingers by slot, 1..10
     * @throws dev.selfsame.engine.template.BrokenTemplateException if a template is not readable
     */
    public Optional<Fmr> score(UUID id, Map<Integer, FingerTemplate> probe) {
        PersonsFingers sent = PersonsFingers.of(probe);
        PersonsFingers person = people.get(Objects.requireNonNull(id, "id"));
        return person == null ? Optional.empty() : sent.compare(person);
    }

    private static void checkPositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: at least 1)");
        }
    }
}
