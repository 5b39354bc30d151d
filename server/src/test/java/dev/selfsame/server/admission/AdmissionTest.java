package dev.selfsame.server.admission;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

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
