package dev.selfsame.server.store.memory;

import dev.selfsame.server.challenge.Challenge;
import dev.selfsame.server.challenge.ChallengeKind;
import dev.selfsame.server.challenge.ChallengeStore;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Challenges in memory, gone with the process. What is full refuses; only expiry and the end of
 * sessions make room. Safe for any number of threads.
 */
public final class MemoryChallenges implements ChallengeStore {

    private final ConcurrentMap<Name, Challenge> challenges = new ConcurrentHashMap<>();
    private final Places places;
    private final Clock clock;

    private record Name(UUID sessionId, ChallengeKind kind) {}

    /**
     * An empty store.
     *
     * @param entries that it keeps
     */
    public MemoryChallenges(int entries, Clock clock) {
        places = new Places(entries);
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public Optional<Challenge> find(UUID sessionId, ChallengeKind kind) {
        return Optional.ofNullable(challenges.get(new Name(sessionId, kind)))
                .filter(challenge -> challenge.isOpenAt(clock.instant()));
    }

    @Override
    public List<Challenge> ofSessions(Collection<UUID> sessionIds) {
        return sessionIds.stream()
                .flatMap(id -> Arrays.stream(ChallengeKind.values()).map(kind -> find(id, kind)))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Saving save(Challenge challenge) {
        if (!challenge.isOpenAt(clock.instant())) {
            return Saving.OUTDATED;
        }
        Name name = new Name(challenge.sessionId(), challenge.kind());
        return challenge.version() == 1 ? add(name, challenge) : replace(name, challenge);
    }

    private Saving add(Name name, Challenge challenge) {
        if (!places.take()) {
            return Saving.NO_ROOM;
        }
        if (challenges.putIfAbsent(name, challenge) != null) {
            places.giveBack(1);
            return Saving.OUTDATED;
        }
        return Saving.SAVED;
    }

    private Saving replace(Name name, Challenge challenge) {
        Challenge there = challenges.get(name);
        return there != null
                        && there.version() == challenge.version() - 1
                        && challenges.replace(name, there, challenge)
                ? Saving.SAVED
                : Saving.OUTDATED;
    }

    @Override
    public void deleted(UUID sessionId) {
        for (ChallengeKind kind : ChallengeKind.values()) {
            if (challenges.remove(new Name(sessionId, kind)) != null) {
                places.giveBack(1);
            }
        }
    }

    @Override
    public void clearExpired() {
        Instant now = clock.instant();
        challenges.forEach(
                (name, challenge) -> {
                    if (!challenge.isOpenAt(now) && challenges.remove(name, challenge)) {
                        places.giveBack(1);
                    }
                });
    }

    /** Challenges in memory, expired ones too until they are cleared away. */
    public int size() {
        return challenges.size();
    }
}
