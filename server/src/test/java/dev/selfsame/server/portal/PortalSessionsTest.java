package dev.selfsame.server.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.ManualClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

final class PortalSessionsTest {

    private final ManualClock clock = new ManualClock();
    private final PortalSessions sessions = new PortalSessions(clock);

    @Test
    void anIdIsLongAndShownNowhereElse() {
        PortalSessions.Opened opened = sessions.open(user("ann"));

        assertThat(opened.id()).matches("[A-Za-z0-9_-]{43}");
        assertThat(opened.session().csrfToken()).matches("[A-Za-z0-9_-]{43}");
        assertThat(opened.session().csrfToken()).isNotEqualTo(opened.id());
        assertThat(opened.toString()).doesNotContain(opened.id());
        assertThat(sessions.open(user("ann")).id()).isNotEqualTo(opened.id());
        assertThat(sessions.use(opened.id())).hasValue(opened.session());
        assertThat(sessions.use(opened.id() + "x")).isEmpty();
        assertThat(sessions.use("")).isEmpty();
    }

    @Test
    void endsAfterHalfAnHourWithoutARequest() {
        String id = sessions.open(user("ann")).id();

        clock.pass(Duration.ofMinutes(29));
        assertThat(sessions.use(id)).isPresent();
        clock.pass(Duration.ofMinutes(29));
        assertThat(sessions.use(id)).isPresent();
        clock.pass(Duration.ofMinutes(30));

        assertThat(sessions.use(id)).isEmpty();
    }

    @Test
    void endsAfterTwelveHoursWhateverHappens() {
        String id = sessions.open(user("ann")).id();
        for (int i = 0; i < 35; i++) {
            clock.pass(Duration.ofMinutes(20));
            assertThat(sessions.use(id)).isPresent();
        }
        clock.pass(Duration.ofMinutes(20));

        assertThat(sessions.use(id)).isEmpty();
    }

    @Test
    void aUserHasTwentyAtMostAndOthersAreNotAffected() {
        String other = sessions.open(user("bob")).id();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            ids.add(sessions.open(user("ann")).id());
        }

        assertThat(sessions.use(ids.getFirst())).isEmpty();
        assertThat(ids.subList(1, 21)).allSatisfy(id -> assertThat(sessions.use(id)).isPresent());
        assertThat(sessions.use(other)).isPresent();
    }

    @Test
    void oneOrAllOfAUserAreEnded() {
        String other = sessions.open(user("bob")).id();
        List<String> ids =
                List.of(sessions.open(user("ann")).id(), sessions.open(user("ann")).id());

        sessions.end(ids.getFirst());
        assertThat(sessions.use(ids.getFirst())).isEmpty();
        assertThat(sessions.use(ids.getLast())).isPresent();
        sessions.endAll("ann");

        assertThat(sessions.use(ids.getLast())).isEmpty();
        assertThat(sessions.use(other)).isPresent();
    }

    @Test
    void aSessionIsOfThePasswordThatItBeganWith() {
        PortalUser ann = user("ann");
        PortalSession session = sessions.open(ann).session();

        assertThat(session.isOf(ann)).isTrue();
        assertThat(session.isOf(user("ann"))).isFalse();
        assertThat(session.isCsrfToken(null)).isFalse();
        assertThat(session.isCsrfToken("")).isFalse();
        assertThat(session.isCsrfToken(session.csrfToken())).isTrue();
    }

    private static PortalUser user(String name) {
        return new PortalUser(
                name,
                PortalRole.ADMINISTRATOR,
                null,
                new PasswordHash(19456, 2, new byte[16], new byte[32]),
                UUID.randomUUID(),
                Instant.EPOCH,
                false);
    }
}
