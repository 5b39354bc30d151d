package dev.selfsame.server.identification;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.template.BrokenTemplateException;
import dev.selfsame.engine.template.FaceTemplate;
import dev.selfsame.engine.template.FingerTemplate;
import dev.selfsame.engine.template.Template;
import dev.selfsame.server.person.PersonSecrets;
import dev.selfsame.server.person.PersonStore;
import dev.selfsame.server.person.PersonStore.Changed;
import dev.selfsame.server.person.PersonStore.Standing;
import dev.selfsame.server.person.Slot;
import dev.selfsame.server.person.StoredPerson;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.vault.BrokenSealException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * One tenant's people in memory. Every search first asks the store how far the changes are and
 * catches up, so whatever any process has acknowledged before is seen.
 */
final class TenantGallery {

    private static final Logger LOG = LoggerFactory.getLogger(TenantGallery.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int PAGE = 500;
    private static final int PROGRESS_EVERY = 20_000;

    private final String tenantId;
    private final PersonStore store;
    private final PersonSecrets secrets;
    private final Engine engine;
    private final FingerMemory memory;
    private final ReentrantLock changing = new ReentrantLock();
    private volatile Rooms rooms;

    /**
     * What was read so far.
     *
     * @param change the number of the last change that is in it, 0 where nothing was read
     * @param fingers null until somebody searches by fingers, as they take much memory
     */
    private record Rooms(long change, FaceRoom faces, @Nullable FingerRoom fingers) {

        Rooms upTo(Standing standing) {
            return new Rooms(standing.lastChange(), faces, fingers);
        }

        boolean lacksFingers() {
            return fingers == null || fingers.wantsReading();
        }

        boolean isAt(Standing standing) {
            return standing.lastChange() == change;
        }
    }

    TenantGallery(
            String tenantId,
            PersonStore store,
            PersonSecrets secrets,
            Engine engine,
            FingerMemory memory) {
        this.tenantId = Objects.requireNonNull(tenantId, "tenantId");
        this.store = Objects.requireNonNull(store, "store");
        this.secrets = Objects.requireNonNull(secrets, "secrets");
        this.engine = Objects.requireNonNull(engine, "engine");
        this.memory = Objects.requireNonNull(memory, "memory");
        rooms = empty(false);
    }

    FaceRoom faces() {
        return rooms.faces();
    }

    Optional<FingerRoom> fingers() {
        return Optional.ofNullable(rooms.fingers());
    }

    /**
     * Reads everything that was acknowledged before this call.
     *
     * @param stop true as soon as it is to give up, with what was read until then unused
     * @throws Problem {@code BUSY} if another thread reads and takes long
     */
    void catchUp(boolean withFingers, BooleanSupplier stop) {
        Optional<Standing> standing = store.standing(tenantId);
        if (standing.isEmpty()) {
            forget();
            return;
        }
        if (isCurrent(standing.get(), withFingers)) {
            return;
        }
        take(changing);
        try {
            if (!isCurrent(standing.get(), withFingers)) {
                read(store.standing(tenantId).orElse(standing.get()), withFingers, stop);
            }
            if (withFingers && rooms.lacksFingers()) {
                // why again: what was deleted made room for who did not fit
                read(store.standing(tenantId).orElse(standing.get()), true, stop);
            }
        } finally {
            changing.unlock();
        }
    }

    /** Lets go of everybody: the tenant is gone, or nobody was ever enrolled. */
    private void forget() {
        if (rooms.change() == 0) {
            return;
        }
        take(changing);
        try {
            // why again: somebody may have been enrolled, and read, since the caller looked
            if (store.standing(tenantId).isEmpty()) {
                FingerRoom fingers = rooms.fingers();
                if (fingers != null) {
                    fingers.clear();
                }
                rooms = empty(false);
            }
        } finally {
            changing.unlock();
        }
    }

    private static void take(ReentrantLock lock) {
        try {
            if (!lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.busy(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.busy(PATIENCE);
        }
    }

    private boolean isCurrent(Standing standing, boolean withFingers) {
        Rooms now = rooms;
        return now.isAt(standing) && (!withFingers || !now.lacksFingers());
    }

    private void read(Standing standing, boolean withFingers, BooleanSupplier stop) {
        Rooms before = rooms;
        FingerRoom old = before.fingers();
        boolean anew = withFingers && before.lacksFingers();
        if (anew && old != null) {
            // why before: both would not fit
            old.clear();
        }
        Rooms target = anew ? empty(true) : before;
        boolean done = false;
        try {
            done = apply(target, standing, stop);
        } finally {
            FingerRoom begun = target.fingers();
            if (anew && !done && begun != null) {
                begun.clear();
            }
        }
        if (done) {
            rooms = target.upTo(standing);
        }
    }

    /**
     * Deletions are asked for first: who is deleted after that keeps a number above the standing,
     * so the next call forgets him.
     *
     * @return false if it was stopped before the end
     */
    private boolean apply(Rooms to, Standing standing, BooleanSupplier stop) {
        for (UUID gone : store.deletedAfter(tenantId, to.change())) {
            to.faces().remove(gone);
            FingerRoom fingers = to.fingers();
            if (fingers != null) {
                fingers.remove(gone);
            }
        }
        long after = to.change();
        long count = 0;
        List<Changed> page = store.changedAfter(tenantId, after, PAGE);
        while (!page.isEmpty()) {
            if (stop.getAsBoolean()) {
                return false;
            }
            page.forEach(changed -> put(to, changed.person()));
            count += page.size();
            if (count % PROGRESS_EVERY < PAGE && count >= PROGRESS_EVERY) {
                LOG.info("gallery of tenant {}: {} people read", tenantId, count);
            }
            after = page.getLast().change();
            page =
                    after >= standing.lastChange() || page.size() < PAGE
                            ? List.of()
                            : store.changedAfter(tenantId, after, PAGE);
        }
        return true;
    }

    private void put(Rooms to, StoredPerson person) {
        try {
            Map<Integer, FingerTemplate> fingers = new TreeMap<>();
            boolean hasFace = false;
            for (var entry : person.templates().entrySet()) {
                if (entry.getKey() != Slot.FACE && to.fingers() == null) {
                    continue;
                }
                Template template = secrets.template(person, entry.getKey(), entry.getValue());
                switch (template) {
                    case FaceTemplate face -> {
                        to.faces().put(person.id(), face);
                        hasFace = true;
                    }
                    case FingerTemplate finger -> fingers.put(entry.getKey(), finger);
                }
            }
            if (!hasFace) {
                to.faces().remove(person.id());
            }
            FingerRoom room = to.fingers();
            if (room != null) {
                room.put(person.id(), fingers);
            }
        } catch (BrokenSealException | BrokenTemplateException | IllegalStateException e) {
            LOG.warn("person {} of tenant {} cannot be searched", person.id(), tenantId, e);
        }
    }

    private Rooms empty(boolean withFingers) {
        FingerRoom fingers =
                withFingers ? new FingerRoom(engine.emptyFingerGallery(), memory) : null;
        return new Rooms(0, new FaceRoom(engine), fingers);
    }
}
