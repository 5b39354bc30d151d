package dev.selfsame.server.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.admission.FairQueue.Begun;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Time is what the test says it is: nothing here waits or runs. */
final class FairQueueTest {

    private static final long MILLI = 1_000_000;
    private static final long FIRST_GUESS = 200 * MILLI;

    @Test
    void servesTenantsInTurnAndEachFirstComeFirst() {
        FairQueue<String> queue = new FairQueue<>(1);
        add(queue, "a", 6);
        add(queue, "b", 2);
        add(queue, "c", 1);

        assertThat(served(queue, 100)).containsExactly("a0 b0 c0 a1 b1 a2 a3 a4 a5".split(" "));
    }

    @Test
    void letsNewcomersGoNextHoweverMuchOthersHaveQueued() {
        FairQueue<String> queue = new FairQueue<>(2);
        add(queue, "flood", 64);
        for (int i = 0; i < 10; i++) {
            queue.done(next(queue), 100 * MILLI);
        }
        Begun<String> one = next(queue);
        Begun<String> other = next(queue);

        add(queue, "late", 1);

        assertThat(next(queue).work()).isEqualTo("late0");
        assertThat(one.work() + " " + other.work()).isEqualTo("flood10 flood11");
    }

    @Test
    void doesNotMakeNewcomersWaitForWhatOthersWereChargedTooMuch() {
        FairQueue<String> queue = new FairQueue<>(2);
        add(queue, "flood", 64);
        Begun<String> one = next(queue);
        Begun<String> other = next(queue);
        // both took next to nothing, so the turn of the next is before that of the second
        queue.done(one, 1);
        queue.done(other, 1);
        next(queue);

        add(queue, "late", 1);

        assertThat(List.of(next(queue).work(), next(queue).work())).contains("late0");
    }

    @Test
    void sharesTimeAndNotPieces() {
        FairQueue<String> queue = new FairQueue<>(1);
        add(queue, "slow", 1000);
        add(queue, "quick", 1000);
        long slow = 0;
        long quick = 0;
        for (int i = 0; i < 400; i++) {
            Begun<String> begun = next(queue);
            boolean isSlow = begun.work().startsWith("slow");
            queue.done(begun, (isSlow ? 900 : 100) * MILLI);
            slow += isSlow ? 900 : 0;
            quick += isSlow ? 0 : 100;

            assertThat(Math.abs(slow - quick)).isLessThanOrEqualTo(900 + 200);
        }
        assertThat(slow).isGreaterThan(10_000);
    }

    @Test
    void sharesSeveralWorkersByTimeToo() {
        TimedWorkers workers = new TimedWorkers(4, Map.of("slow", 700L, "quick", 50L));
        workers.addClients("slow", 64);
        workers.addClients("quick", 64);

        workers.runFor(200_000);

        assertThat(workers.served("slow")).isBetween(380_000L, 420_000L);
        assertThat(workers.served("quick")).isBetween(380_000L, 420_000L);
    }

    @Test
    void letsOneClientWaitForOneRunningPieceAtMost() {
        TimedWorkers workers = new TimedWorkers(1, Map.of("flood", 100L, "single", 30L));
        workers.addClients("flood", 64);
        workers.addClients("single", 1);

        workers.runFor(60_000);

        assertThat(workers.longestWait("single")).isLessThanOrEqualTo(100);
        assertThat(workers.pieces("single")).isGreaterThan(400);
    }

    @Test
    void givesALoneTenantAllWorkers() {
        TimedWorkers workers = new TimedWorkers(4, Map.of("alone", 100L));
        workers.addClients("alone", 8);

        workers.runFor(10_000);

        assertThat(workers.served("alone")).isEqualTo(40_000);
    }

    @Test
    void givesIdleShareToTheOthers() {
        TimedWorkers workers = new TimedWorkers(4, Map.of("flood", 100L, "single", 100L));
        workers.addClients("flood", 64);
        workers.addClients("single", 1);

        workers.runFor(100_000);

        // why half of one worker: all pieces end together, and the next ones begin at once
        assertThat(workers.served("single")).isEqualTo(50_000);
        assertThat(workers.served("single") + workers.served("flood")).isEqualTo(400_000);
    }

    @Test
    void remembersWhatAnIdleTenantHadMoreThanOthers() {
        // why: its queue is empty each time it comes back
        TimedWorkers workers = new TimedWorkers(1, Map.of("flood", 10L, "heavy", 1000L));
        workers.addClients("flood", 64);
        workers.addClients("heavy", 1);

        workers.runFor(100_000);

        assertThat(workers.served("heavy")).isBetween(45_000L, 55_000L);
    }

    @Test
    void forgetsTenantsThatAreIdle() {
        FairQueue<String> queue = new FairQueue<>(2);
        for (int i = 0; i < 10_000; i++) {
            add(queue, "tenant" + i, 1);
        }
        assertThat(queue.tenants()).isEqualTo(10_000);

        assertThat(served(queue, 100)).hasSize(10_000);

        assertThat(queue.tenants()).isZero();
    }

    @Test
    void forgetsADebtOnceItIsPaid() {
        FairQueue<String> queue = new FairQueue<>(1);
        add(queue, "other", 10);
        queue.done(next(queue), 100 * MILLI);
        add(queue, "heavy", 1);
        Begun<String> heavy = next(queue);
        assertThat(heavy.work()).isEqualTo("heavy0");
        queue.done(heavy, 450 * MILLI);
        assertThat(queue.tenants()).isEqualTo(2);

        for (int i = 0; i < 7; i++) {
            queue.done(next(queue), 100 * MILLI);
        }

        assertThat(queue.tenants()).isEqualTo(1);
    }

    @Test
    void boundsWhatItRemembersOfEverNewTenants() {
        FairQueue<String> queue = new FairQueue<>(1);
        int most = 0;
        add(queue, "first", 1);
        for (int i = 0; i < 10_000; i++) {
            // why before the end of the last: the queue is never idle
            add(queue, "tenant" + i, 1);
            queue.done(next(queue), 100 * MILLI);
            most = Math.max(most, queue.tenants());
        }

        assertThat(most).isBetween(1000, 1100);
        assertThat(served(queue, 100)).hasSize(1);
        assertThat(queue.tenants()).isZero();
    }

    @Test
    void takesBackWhatNobodyHasBegunAndNothingElse() {
        FairQueue<String> queue = new FairQueue<>(1);
        add(queue, "a", 3);
        add(queue, "b", 1);
        Begun<String> begun = next(queue);
        assertThat(begun.work()).isEqualTo("a0");

        assertThat(queue.remove("a", "a0")).isFalse();
        assertThat(queue.remove("nobody", "a1")).isFalse();
        assertThat(queue.remove("b", "a1")).isFalse();
        assertThat(queue.remove("a", "a1")).isTrue();
        assertThat(queue.remove("a", "a1")).isFalse();
        assertThat(queue.remove("b", "b0")).isTrue();
        assertThat(queue.queued()).isEqualTo(1);
        assertThat(queue.running()).isEqualTo(1);
        queue.done(begun, MILLI);

        assertThat(served(queue, 100)).containsExactly("a2");
        assertThat(queue.queued() + queue.running() + queue.tenants()).isZero();
    }

    @Test
    void expectsNoWaitWhereAWorkerIsFree() {
        FairQueue<String> queue = new FairQueue<>(2);
        assertThat(queue.waitNanos("a")).isZero();
        add(queue, "b", 1);
        assertThat(queue.waitNanos("a")).isZero();
        add(queue, "b", 1);
        assertThat(queue.waitNanos("a")).isPositive();
    }

    @Test
    void expectsALoneTenantToWaitForItsQueueOnAllWorkers() {
        FairQueue<String> queue = new FairQueue<>(4);
        add(queue, "alone", 12);
        begin(queue, 4);

        assertThat(queue.waitNanos("alone")).isEqualTo((8 + 1) * FIRST_GUESS / 4);
        assertThat(queue.waitNanos()).isEqualTo((8 + 1) * FIRST_GUESS / 4);
    }

    @Test
    void expectsNewcomersToWaitForAPartOfOnePieceBesideAnyNumberOfFloods() {
        FairQueue<String> queue = new FairQueue<>(2);
        for (int i = 0; i < 40; i++) {
            add(queue, "flood" + i, 64);
        }
        for (int i = 0; i < 40; i++) {
            queue.done(next(queue), (200 + i) * MILLI);
        }
        begin(queue, 2);

        assertThat(queue.waitNanos("late")).isBetween(FIRST_GUESS / 2, FIRST_GUESS);
        assertThat(queue.waitNanos("flood0")).isGreaterThan(60 * 40 * FIRST_GUESS / 2);
        add(queue, "late", 1);
        assertThat(next(queue).work()).isEqualTo("late0");
    }

    @Test
    void expectsAnEqualShareOnlyForThoseWhoUseIt() {
        FairQueue<String> queue = new FairQueue<>(4);
        add(queue, "flood", 23);
        add(queue, "single", 1);
        List<Begun<String>> begun = begin(queue, 4);
        assertThat(begun).extracting(Begun::work).contains("single0");

        // 20 of its own wait for the 3 workers that the single client leaves
        assertThat(queue.waitNanos("flood")).isEqualTo(FIRST_GUESS / 4 + 20 * FIRST_GUESS / 3);
    }

    @Test
    void expectsOfEachTenantWhatItsOwnWorkTook() {
        FairQueue<String> queue = new FairQueue<>(1);
        add(queue, "slow", 100);
        add(queue, "quick", 100);
        for (int i = 0; i < 1000; i++) {
            Begun<String> begun = next(queue);
            queue.done(begun, (begun.work().startsWith("slow") ? 2000 : 10) * MILLI);
            if (begun.work().startsWith("slow")) {
                add(queue, "slow", 1);
            } else {
                add(queue, "quick", 1);
            }
        }

        assertThat(queue.waitNanos("slow")).isGreaterThan(100 * 2000 * MILLI);
        assertThat(queue.waitNanos("quick")).isLessThan(100 * 200 * MILLI);
    }

    private static void add(FairQueue<String> queue, String tenantId, int pieces) {
        for (int i = 0; i < pieces; i++) {
            queue.add(tenantId, tenantId + i);
        }
    }

    private static List<Begun<String>> begin(FairQueue<String> queue, int pieces) {
        List<Begun<String>> begun = new ArrayList<>();
        for (int i = 0; i < pieces; i++) {
            begun.add(next(queue));
        }
        return begun;
    }

    private static Begun<String> next(FairQueue<String> queue) {
        return Objects.requireNonNull(queue.next(), "nothing waits");
    }

    private static List<String> served(FairQueue<String> queue, long millis) {
        List<String> order = new ArrayList<>();
        for (Begun<String> begun = queue.next(); begun != null; begun = queue.next()) {
            order.add(begun.work());
            queue.done(begun, millis * MILLI);
        }
        return order;
    }
}
