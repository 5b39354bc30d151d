package dev.selfsame.bench;

import dev.selfsame.bench.Latencies.Leg;
import dev.selfsame.engine.Engine;
import dev.selfsame.engine.EngineConfig;
import dev.selfsame.engine.face.FaceOutcome;
import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.engine.finger.FingerOutcome;
import dev.selfsame.engine.finger.FingerRequest;
import dev.selfsame.engine.template.Template;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Enrolments and verifications a second with the default settings on the embedded database, by 8
 * clients over HTTP, and in turn what they cost the engine in this process. The server is a process
 * of its own, which idles while this one computes; the clients share its processors.
 *
 * <p>Arguments: a picture with one face, fingers (none or more files), rounds (default 5), seconds
 * a leg (default 10).
 */
public final class PairedPeople {

    private static final int WORKERS = Runtime.getRuntime().availableProcessors();
    private static final int CLIENTS = 8;
    private static final int WARM_UP_LEGS = 2;

    private final Engine engine;
    private final PeopleClient client;
    private final byte[] face;
    private final List<byte[]> fingers;
    private final List<Template> enrolled;
    private final int seconds;

    private PairedPeople(
            Engine engine, PeopleClient client, byte[] face, List<byte[]> fingers, int seconds) {
        this.engine = engine;
        this.client = client;
        this.face = face;
        this.fingers = fingers;
        this.seconds = seconds;
        enrolled = templates();
    }

    public static void main(String[] args) throws Exception {
        List<byte[]> files = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (String argument : args) {
            if (argument.matches("\\d{1,4}")) {
                numbers.add(Integer.parseInt(argument));
            } else {
                files.add(Files.readAllBytes(Path.of(argument)));
            }
        }
        int rounds = numbers.isEmpty() ? 5 : numbers.getFirst();
        int seconds = numbers.size() > 1 ? numbers.get(1) : 10;
        try (ServerProcess server = ServerProcess.start();
                Engine engine = Engine.open(EngineConfig.DEFAULT)) {
            byte[] face = files.getFirst();
            List<byte[]> fingers = files.subList(1, files.size());
            PeopleClient client = new PeopleClient(server, face, fingers);
            new PairedPeople(engine, client, face, fingers, seconds).run(rounds);
        }
    }

    private void run(int rounds) throws Exception {
        client.enrolTheOne();
        for (int i = 0; i < WARM_UP_LEGS; i++) {
            round();
        }
        double[] enrolRatios = new double[rounds];
        double[] verifyRatios = new double[rounds];
        List<Leg[]> all = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            Leg[] legs = round();
            all.add(legs);
            enrolRatios[i] = legs[1].rate() / legs[0].rate();
            verifyRatios[i] = legs[3].rate() / legs[2].rate();
            print("round %d: enrol %.3f, verify %.3f", i + 1, enrolRatios[i], verifyRatios[i]);
        }
        print("%d rounds of %d s, %d fingers beside the face", rounds, seconds, fingers.size());
        report("enrol in process, " + WORKERS + " threads", all, 0);
        report("enrol over HTTP, " + CLIENTS + " clients", all, 1);
        report("verify in process, " + WORKERS + " threads", all, 2);
        report("verify over HTTP, " + CLIENTS + " clients", all, 3);
        print("HTTP / in process: enrol %.3f (median)", median(enrolRatios));
        print("HTTP / in process: verify %.3f (median)", median(verifyRatios));
    }

    private Leg[] round() throws Exception {
        return new Leg[] {
            Latencies.of(this::enrolHere, WORKERS, seconds),
            Latencies.of(client::enrol, CLIENTS, seconds),
            Latencies.of(this::verifyHere, WORKERS, seconds),
            Latencies.of(client::verify, CLIENTS, seconds)
        };
    }

    private boolean enrolHere() {
        return !templates().isEmpty();
    }

    private boolean verifyHere() {
        List<Template> sent = templates();
        for (int i = 0; i < sent.size(); i++) {
            engine.compare(enrolled.get(i), sent.get(i));
        }
        return true;
    }

    private List<Template> templates() {
        List<Template> templates = new ArrayList<>();
        if (!(engine.readFace(face, FaceRequest.PLAIN) instanceof FaceOutcome.Found one)) {
            throw new IllegalArgumentException("the first picture must show one face");
        }
        templates.add(one.face().template());
        for (byte[] finger : fingers) {
            if (!(engine.readFinger(finger, FingerRequest.PLAIN)
                    instanceof FingerOutcome.Found found)) {
                throw new IllegalArgumentException("each picture after the first must be a finger");
            }
            templates.add(found.template());
        }
        return templates;
    }

    private static void report(String name, List<Leg[]> all, int index) {
        List<Leg> legs = all.stream().map(it -> it[index]).toList();
        double[] rates = legs.stream().mapToDouble(Leg::rate).toArray();
        double[] millis = legs.stream().flatMapToDouble(it -> Arrays.stream(it.millis())).toArray();
        Arrays.sort(millis);
        print(
                "%-32s %7.2f/s  p50 %6.0f ms  p99 %6.0f ms  %d done, %d refused as busy",
                name,
                median(rates),
                millis[millis.length / 2],
                millis[Math.min(millis.length - 1, millis.length * 99 / 100)],
                millis.length,
                legs.stream().mapToInt(Leg::refused).sum());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
