package dev.selfsame.engine.face;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Each stage on one thread. Run with {@code -p file=FACE.jpg}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class FaceStagesBenchmark {

    /** A picture with one face. */
    @Param("")
    public String file = "";

    private FaceStages stages = unset();

    // why: JMH fills fields in after construction, which the null checker cannot see
    @SuppressWarnings("NullAway")
    private static FaceStages unset() {
        return null;
    }

    @Setup
    public void open() throws IOException {
        stages = new FaceStages(Files.readAllBytes(Path.of(file)));
    }

    @TearDown
    public void close() {
        stages.close();
    }

    @Benchmark
    public Object decode() {
        return stages.decode();
    }

    @Benchmark
    public Object detect() {
        return stages.detect();
    }

    @Benchmark
    public Object mesh() {
        return stages.mesh();
    }

    @Benchmark
    public Object encode() {
        return stages.encode();
    }

    @Benchmark
    public Object pipeline() {
        return stages.pipeline();
    }

    @Benchmark
    public int bareNetworks() {
        return stages.bareNetworks();
    }
}
