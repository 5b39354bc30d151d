package dev.selfsame.server.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

@Timeout(60)
final class AdmissionTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        release.countDown();
        clients.close();
    }

    @Test
    void answersWithWhatTheWorkAnswers() {
        try (Admission admission = admission(2, Duration.ofSeconds(2))) {
            assertThat(admission.run("acme", () -> 7)).isEqualTo(7);
            assertThat(admission.<Boolean>run("acme", () -> Thread.currentThread().isVirtual()))
                    .isFalse();
        }
    }

    @Test
    void throwsWhatTheWorkThrows() {
        IllegalStateException failure = new IllegalStateException("broken");
        try (Admission admission = admission(1, Duration.ofSeconds(2))) {
            assertThatThrownBy(
                            () ->
                                    admission.run(
                                            "acme",
                                            () -> {
                                                throw failure;
                                            }))
                    .isSameAs(failure);
            assertThat(admission.run("acme", () -> 1)).isEqualTo(1);
        }
    }

    @Test
    void refusesAtOnceWhatWouldWaitTooLong() throws Exception {
        // why 150 ms: the first guess of a piece of work is longer
        try (Admission admission = admission(1, Duration.ofMillis(150))) {
            Future<Integer> running = occupy(admission);

            Problem problem =
                    catchThrowableOfType(Problem.class, () -> admission.run("acme", () -> 2));

            assertThat(problem.kind()).isEqualTo(ProblemKind.BUSY);
            assertThat(problem.retryAfter().orElseThrow())
                    .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(60));
            release.countDown();
            assertThat(running.get()).isEqualTo(1);
            assertThat(meters.counter("selfsame.admission.refused").count()).isEqualTo(1);
        }
    }

    @Test
    void givesUpWhatHasWaitedTooLong() throws Exception {
        try (Admission admission = admission(1, Duration.ofMillis(400))) {
            Future<Integer> running = occupy(admission);
            Queue<String> ran = new ConcurrentLinkedQueue<>();

            Problem problem =
                    catchThrowableOfType(
                            Problem.class, () -> admission.run("acme", () -> ran.add("too late")));

            assertThat(problem.kind()).isEqualTo(ProblemKind.BUSY);
            release.countDown();
            assertThat(running.get()).isEqualTo(1);
            assertThat(admission.run("acme", () -> 3)).isEqualTo(3);
            assertThat(ran).isEmpty();
        }
    }

    @Test
    void servesFirstComeFirst() throws Exception {
        try (Admission admission = admission(1, Duration.ofSeconds(60))) {
            Future<Integer> running = occupy(admission);
            Queue<Integer> order = new ConcurrentLinkedQueue<>();
            List<Future<Boolean>> waiting = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                int number = i;
                waiting.add(clients.submit(() -> admission.run("acme", () -> order.add(number))));
                awaitQueue(i + 1);
            }
            release.countDown();
            for (Future<Boolean> one : waiting) {
                assertThat(one.get()).isTrue();
            }

            assertThat(running.get()).isEqualTo(1);
            assertThat(order).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        }
    }

    @Test
    void runsNoMoreThanItsWorkersAtOnce() throws Exception {
        try (Admission admission = admission(3, Duration.ofSeconds(60))) {
            Queue<Double> running = new ConcurrentLinkedQueue<>();
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                all.add(
                        clients.submit(
                                () ->
                                        admission.run(
                                                "acme",
                                                () ->
                                                        running.add(
                                                                gauge(
                                                                        "selfsame.admission.running")))));
            }
            for (Future<Boolean> one : all) {
                assertThat(one.get()).isTrue();
            }

            assertThat(running).hasSize(50).allMatch(count -> count >= 1 && count <= 3);
            assertThat(meters.timer("selfsame.admission.service").count()).isEqualTo(50);
            assertThat(meters.timer("selfsame.admission.wait").count()).isEqualTo(50);
        }
    }

    @Test
    void countsAPieceBeforeItsOwnerGoesOn() {
        // why 150 ms: the first guess is longer, so one that still counted would be refused
        try (Admission admission = admission(1, Duration.ofMillis(150))) {
            for (int i = 0; i < 1000; i++) {
                assertThat(admission.run("acme", () -> 1)).isEqualTo(1);
                assertThat(gauge("selfsame.admission.running")).isZero();
            }
        }
    }

    @Test
    void refusesEachTenantForItsOwnQueue() throws Exception {
        // why: at the first guess of 200 ms, 100 pieces of work wait 20 s, and one more is too many
        try (Admission admission = admission(1, Duration.ofSeconds(20))) {
            Future<Integer> running = occupy(admission);
            List<Future<Integer>> queued = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                queued.add(clients.submit(() -> admission.run("acme", () -> 2)));
            }
            awaitQueue(100);

            Problem refused =
                    catchThrowableOfType(Problem.class, () -> admission.run("acme", () -> 2));
            Future<Integer> other = clients.submit(() -> admission.run("other", () -> 3));
            awaitQueue(101);

            assertThatThrownBy(() -> admission.check("acme")).isInstanceOf(Problem.class);
            assertThatCode(() -> admission.check("other")).doesNotThrowAnyException();
            assertThat(refused.retryAfter()).hasValue(Duration.ofSeconds(21));
            assertThat(admission.retryAfter("new")).isEqualTo(Duration.ofSeconds(1));
            // half of the worker is the other's now: 100 of 400 ms, and one turn of the other
            assertThat(admission.retryAfter("acme")).isEqualTo(Duration.ofSeconds(41));
            assertThat(admission.retryAfter()).isEqualTo(Duration.ofSeconds(21));
            release.countDown();
            assertThat(other.get()).isEqualTo(3);
            assertThat(running.get()).isEqualTo(1);
            for (Future<Integer> one : queued) {
                assertThat(one.get()).isEqualTo(2);
            }
            assertThat(admission.retryAfter("acme")).isEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void servesTheOtherTenantNext() throws Exception {
        try (Admission admission = admission(1, Duration.ofSeconds(60))) {
            Future<Integer> running = occupy(admission);
            Queue<String> order = new ConcurrentLinkedQueue<>();
            List<Future<Boolean>> waiting = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                waiting.add(clients.submit(() -> admission.run("acme", () -> order.add("acme"))));
            }
            awaitQueue(64);
            waiting.add(clients.submit(() -> admission.run("other", () -> order.add("other"))));
            awaitQueue(65);
            release.countDown();
            for (Future<Boolean> one : waiting) {
                assertThat(one.get()).isTrue();
            }

            assertThat(running.get()).isEqualTo(1);
            assertThat(order.peek()).isEqualTo("other");
        }
    }

    @Test
    void starvesNobodyBesideAFlood() throws Exception {
        try (Admission admission = admission(2, Duration.ofSeconds(60))) {
            AtomicBoolean enough = new AtomicBoolean();
            List<Future<?>> flood = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                flood.add(clients.submit(() -> repeat(admission, enough)));
            }
            awaitQueue(1);
            int answered = 0;
            while (answered < 200) {
                answered += admission.run("other", () -> 1);
            }
            enough.set(true);
            for (Future<?> one : flood) {
                one.get();
            }
            assertThat(gauge("selfsame.admission.queue")).isZero();
            assertThat(gauge("selfsame.admission.running")).isZero();
            assertThat(meters.counter("selfsame.admission.refused").count()).isZero();
        }
    }

    @Test
    void givesALoneTenantAllWorkersAndOthersTheirPartAtOnce() throws Exception {
        try (Admission admission = admission(4, Duration.ofSeconds(60))) {
            for (int others = 0; others <= 1; others++) {
                // why: nobody gets through before all four run
                CyclicBarrier together = new CyclicBarrier(4);
                List<Future<Integer>> all = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    String tenant = i < others ? "other" : "acme";
                    all.add(clients.submit(() -> admission.run(tenant, () -> meet(together))));
                }
                for (Future<Integer> one : all) {
                    assertThat(one.get(30, TimeUnit.SECONDS)).isBetween(0, 3);
                }
            }
        }
    }

    @Test
    void takesBackTheWorkOfCallersThatAreInterrupted() throws Exception {
        try (Admission admission = admission(1, Duration.ofSeconds(60))) {
            Future<Integer> running = occupy(admission);
            Queue<String> ran = new ConcurrentLinkedQueue<>();
            Queue<ProblemKind> problems = new ConcurrentLinkedQueue<>();
            Thread caller =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        Problem problem =
                                                catchThrowableOfType(
                                                        Problem.class,
                                                        () ->
                                                                admission.run(
                                                                        "acme",
                                                                        () -> ran.add("left")));
                                        problems.add(problem.kind());
                                    });
            awaitQueue(1);
            caller.interrupt();
            caller.join();

            assertThat(gauge("selfsame.admission.queue")).isZero();
            release.countDown();
            assertThat(running.get()).isEqualTo(1);
            assertThat(admission.run("acme", () -> 2)).isEqualTo(2);
            assertThat(ran).isEmpty();
            assertThat(problems).containsExactly(ProblemKind.UNAVAILABLE);
        }
    }

    @Test
    void countsWorkThatFailsAsDone() {
        try (Admission admission = admission(2, Duration.ofMillis(100))) {
            for (int i = 0; i < 100; i++) {
                assertThatThrownBy(
                                () ->
                                        admission.run(
                                                "acme",
                                                () -> {
                                                    throw new StackOverflowError();
                                                }))
                        .isInstanceOf(StackOverflowError.class);
            }
            assertThat(gauge("selfsame.admission.running")).isZero();
            assertThat(meters.timer("selfsame.admission.service").count()).isEqualTo(100);
        }
    }

    @Test
    void takesNoWorkWhenClosed() {
        Admission admission = admission(1, Duration.ofSeconds(1));
        admission.close();

        Problem problem = catchThrowableOfType(Problem.class, () -> admission.run("acme", () -> 1));

        assertThat(problem.kind()).isEqualTo(ProblemKind.UNAVAILABLE);
        assertThat(gauge("selfsame.admission.queue")).isZero();
    }

    private static void repeat(Admission admission, AtomicBoolean enough) {
        while (!enough.get()) {
            admission.run("acme", () -> 1);
        }
    }

    private static int meet(CyclicBarrier together) {
        try {
            return together.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private Admission admission(int workers, Duration maxWait) {
        return new Admission(new AdmissionLimits(workers, maxWait), meters);
    }

    private Future<Integer> occupy(Admission admission) throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        Future<Integer> work =
                clients.submit(
                        () ->
                                admission.run(
                                        "acme",
                                        () -> {
                                            running.countDown();
                                            awaitRelease();
                                            return 1;
                                        }));
        assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
        return work;
    }

    private void awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitQueue(int length) {
        while (gauge("selfsame.admission.queue") < length) {
            Thread.onSpinWait();
        }
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }
}
