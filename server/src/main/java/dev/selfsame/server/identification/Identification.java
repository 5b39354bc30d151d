package dev.selfsame.server.identification;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.matching.Candidate;
import dev.selfsame.engine.matching.Fusion;
import dev.selfsame.engine.template.FaceTemplate;
import dev.selfsame.engine.template.FingerTemplate;
import dev.selfsame.engine.template.Template;
import dev.selfsame.server.admission.Admission;
import dev.selfsame.server.person.Capture;
import dev.selfsame.server.person.PersonSecrets;
import dev.selfsame.server.person.PersonStore;
import dev.selfsame.server.person.SampleReader;
import dev.selfsame.server.person.SampleReader.Samples;
import dev.selfsame.server.person.Slot;
import dev.selfsame.server.person.StoredPerson;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Searches a tenant's people for somebody. Galleries say who is worth a look; each of those is then
 * compared once more with what the store holds, over everything that was sent.
 */
public final class Identification {

    /**
     * Who passes with two kinds of samples together is among the most similar by one of them: with
     * n people and a fused rate of t at most, the smaller of the two rates is below sqrt(t), so the
     * rank expected is below n * sqrt(t), which for the usual targets is a few dozens at most.
     */
    private static final int LEAST_LOOKS = 100;

    private final Galleries galleries;
    private final SampleReader reader;
    private final PersonStore store;
    private final PersonSecrets secrets;
    private final Engine engine;
    private final Admission admission;
    private final Clock clock;
    private final int threads;

    Identification(
            Galleries galleries,
            SampleReader reader,
            PersonStore store,
            PersonSecrets secrets,
            Engine engine,
            Admission admission,
            Clock clock,
            int threads) {
        this.galleries = Objects.requireNonNull(galleries, "galleries");
        this.reader = Objects.requireNonNull(reader, "reader");
        this.store = Objects.requireNonNull(store, "store");
        this.secrets = Objects.requireNonNull(secrets, "secrets");
        this.engine = Objects.requireNonNull(engine, "engine");
        this.admission = Objects.requireNonNull(admission, "admission");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.threads = threads;
    }

    /**
     * The people most like the pictures.
     *
     * @throws dev.selfsame.server.problem.Problem {@code BUSY}, {@code UNAVAILABLE}
     */
    public SearchOutcome search(String tenantId, Capture capture, SearchRequest request) {
        return switch (admission.run(
                tenantId, () -> reader.read(capture, SampleReader.ANY_QUALITY))) {
            case Samples.Unusable(var sample) -> new SearchOutcome.Unusable(sample);
            case Samples.Read(var sent) -> search(tenantId, sent, request);
        };
    }

    private SearchOutcome search(
            String tenantId, Map<Integer, Template> sent, SearchRequest request) {
        Probe probe = Probe.of(sent);
        TenantGallery gallery = galleries.current(tenantId, !probe.fingers().isEmpty());
        int searched = people(gallery, probe);
        double threshold = request.fmr(searched);
        int looks = probe.isMixed() ? Math.max(LEAST_LOOKS, request.limit()) : request.limit();
        Set<UUID> worthALook = admission.run(tenantId, () -> worthALook(gallery, probe, looks));
        List<Ranked> found = new ArrayList<>();
        for (StoredPerson person : stored(tenantId, worthALook)) {
            compare(person, sent)
                    .filter(fmr -> fmr.value() <= threshold)
                    .ifPresent(
                            fmr ->
                                    found.add(
                                            new Ranked(
                                                    person.id(),
                                                    new Found(
                                                            secrets.reveal(person),
                                                            fmr,
                                                            fpir(fmr, searched)))));
        }
        found.sort(
                Comparator.comparing((Ranked ranked) -> ranked.found().fmr())
                        .thenComparingLong(ranked -> ranked.found().person().number()));
        if (!found.isEmpty()) {
            // why the best alone: that is who most likely stood there; too many kept is the lesser
            // evil where nobody is ever verified by name
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            store.markUsed(tenantId, found.getFirst().id(), today);
        }
        return new SearchOutcome.Searched(
                found.stream().limit(request.limit()).map(Ranked::found).toList(), searched);
    }

    /** A candidate, and who it is inside the server. */
    private record Ranked(UUID id, Found found) {}

    private static int people(TenantGallery gallery, Probe probe) {
        int byFace = probe.face() == null ? 0 : gallery.faces().size();
        int byFinger =
                probe.fingers().isEmpty()
                        ? 0
                        : gallery.fingers().map(room -> room.searchable().size()).orElse(0);
        return Math.max(byFace, byFinger);
    }

    private Set<UUID> worthALook(TenantGallery gallery, Probe probe, int looks) {
        Set<UUID> ids = new LinkedHashSet<>();
        FaceTemplate face = probe.face();
        if (face != null) {
            gallery.faces().search(face, looks, threads).stream()
                    .map(Candidate::id)
                    .forEach(ids::add);
        }
        if (!probe.fingers().isEmpty()) {
            gallery
                    .fingers()
                    .map(room -> room.searchable().search(probe.fingers(), looks, threads))
                    .orElse(List.of())
                    .stream()
                    .map(Candidate::id)
                    .forEach(ids::add);
        }
        return ids;
    }

    private List<StoredPerson> stored(String tenantId, Set<UUID> ids) {
        // why some may be missing: they were deleted since
        return ids.stream().flatMap(id -> store.find(tenantId, id).stream()).toList();
    }

    /**
     * The fused rate over everything that was sent; what the person has not counts as a comparison
     * that says nothing. Empty where nothing of it is comparable.
     */
    private Optional<Fmr> compare(StoredPerson person, Map<Integer, Template> sent) {
        List<Fmr> parts = new ArrayList<>();
        boolean compared = false;
        for (var probe : sent.entrySet()) {
            var sealed = person.templates().get(probe.getKey());
            Fmr part = new Fmr(1);
            if (sealed != null) {
                Template reference = secrets.template(person, probe.getKey(), sealed);
                if (isComparable(reference, probe.getValue())) {
                    part = engine.compare(reference, probe.getValue());
                    compared = true;
                }
            }
            parts.add(part);
        }
        return compared ? Optional.of(Fusion.fused(parts)) : Optional.empty();
    }

    private static boolean isComparable(Template one, Template other) {
        return one.mode().equals(other.mode()) && one.modeVersion() == other.modeVersion();
    }

    private static double fpir(Fmr fmr, int people) {
        return -Math.expm1(people * Math.log1p(-Math.min(fmr.value(), 1 - 1e-16)));
    }

    /** What was sent, by kind. */
    private record Probe(@Nullable FaceTemplate face, Map<Integer, FingerTemplate> fingers) {

        static Probe of(Map<Integer, Template> sent) {
            FaceTemplate face = null;
            Map<Integer, FingerTemplate> fingers = new TreeMap<>();
            for (var entry : sent.entrySet()) {
                switch (entry.getValue()) {
                    case FaceTemplate template when entry.getKey() == Slot.FACE -> face = template;
                    case FingerTemplate template -> fingers.put(entry.getKey(), template);
                    case FaceTemplate _ ->
                            throw new IllegalArgumentException("a face in a finger's slot");
                }
            }
            return new Probe(face, fingers);
        }

        boolean isMixed() {
            return face != null && !fingers.isEmpty();
        }
    }
}
