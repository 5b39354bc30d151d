package dev.selfsame.server.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.server.media.ObjectStore;
import dev.selfsame.server.store.files.FileObjects;
import dev.selfsame.server.testing.PictureStore;
import dev.selfsame.server.testing.S3Server;
import dev.selfsame.server.testing.S3ServerExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** What every store of objects keeps to. */
@ParameterizedClass
@EnumSource(PictureStore.class)
@ExtendWith(S3ServerExtension.class)
final class ObjectStoreTest {

    /** So few that a handful of objects takes several pages. */
    private static final int PAGE = 3;

    private static final List<String> NO_NAMES =
            List.of(
                    "",
                    "/",
                    ".",
                    "..",
                    "../other",
                    "a/../b",
                    "a/./b",
                    "/a",
                    "a//b",
                    "a.b",
                    "a b",
                    "a\\b",
                    "a\nb",
                    "a\0b",
                    "a%2fb",
                    "a?versionId=1",
                    "a_b",
                    "ä",
                    "а",
                    "a".repeat(201),
                    "a/".repeat(250) + "a",
                    "a/".repeat(300_000) + "a");

    @TempDir private Path folder;

    private final PictureStore kind;
    private final S3Server server;
    private ObjectStore store;

    ObjectStoreTest(PictureStore kind, S3Server server) {
        this.kind = kind;
        this.server = server;
    }

    @BeforeEach
    void open() {
        store =
                switch (kind) {
                    case FILES -> new FileObjects(folder.resolve("media"));
                    case S3 -> inBucket(server.newBucket());
                };
    }

    @AfterEach
    void close() {
        if (store instanceof S3Objects objects) {
            objects.close();
        }
    }

    private S3Objects inBucket(String bucket) {
        URI endpoint = server.endpoint();
        return new S3Objects(
                new S3Options(
                        bucket,
                        S3Server.REGION,
                        endpoint,
                        null,
                        S3Server.ACCESS_KEY,
                        S3Server.SECRET_KEY),
                S3Patience.USUAL,
                PAGE);
    }

    @Test
    void givesBackWhatWasKept() {
        store.put("1700000000/acme/one", bytes("one"));
        store.put("1700000000/acme/two", bytes("two"));

        assertThat(store.get("1700000000/acme/one")).contains(bytes("one"));
        assertThat(store.get("1700000000/acme/two")).contains(bytes("two"));
        assertThat(store.get("1700000000/acme/three")).isEmpty();
        assertThat(store.get("1700000000/other/one")).isEmpty();
    }

    @Test
    void keepsNothingAndMuch() {
        byte[] much = new byte[25_000_000];
        new Random(4).nextBytes(much);

        store.put("a/nothing", new byte[0]);
        store.put("a/much", much);

        assertThat(store.get("a/nothing")).contains(new byte[0]);
        assertThat(Arrays.equals(store.get("a/much").orElseThrow(), much)).isTrue();
    }

    @Test
    void keepsByTheLongestName() {
        String name = "a".repeat(200) + "/" + "b".repeat(200) + "/" + "c".repeat(98);

        store.put(name, bytes("x"));

        assertThat(store.get(name)).contains(bytes("x"));
    }

    @Test
    void deletesOneAndNoOther() {
        store.put("a/b/one", bytes("1"));
        store.put("a/b/one-more", bytes("2"));

        store.delete("a/b/one");
        store.delete("a/b/one");
        store.delete("a/never");

        assertThat(store.get("a/b/one")).isEmpty();
        assertThat(store.get("a/b/one-more")).contains(bytes("2"));
    }

    @Test
    void aNameThatOthersBeginWithIsNoObject() {
        store.put("a/b/c", bytes("c"));

        store.delete("a/b");
        store.delete("a");

        assertThat(store.get("a/b")).isEmpty();
        assertThat(store.get("a/b/c")).contains(bytes("c"));
        assertThat(store.deleteAll("a/b/c/")).isZero();
        assertThat(store.get("a/b/c")).contains(bytes("c"));
    }

    @Test
    void deletesAllThatBeginAlike() {
        for (int i = 0; i < 2 * PAGE + 1; i++) {
            store.put("a/b/" + i, bytes("x"));
        }
        store.put("a/b/deep/er", bytes("x"));
        store.put("a/bc/1", bytes("kept"));
        store.put("a/c/1", bytes("kept"));

        assertThat(store.deleteAll("a/b/")).isEqualTo(2 * PAGE + 2);

        assertThat(store.get("a/b/0")).isEmpty();
        assertThat(store.get("a/b/deep/er")).isEmpty();
        assertThat(store.get("a/bc/1")).contains(bytes("kept"));
        assertThat(store.deleteAll("a/b/")).isZero();
        assertThat(store.deleteAll("nowhere/")).isZero();
        assertThat(store.deleteAll("a/")).isEqualTo(2);
    }

    @Test
    void listsFirstPartsInOrderUpToOne() {
        assertThat(store.firstPartsUpTo("z")).isEmpty();
        for (String part : List.of("0000000009", "0000000010", "0000000001", "1700000000")) {
            store.put(part + "/acme/x", bytes("x"));
            store.put(part + "/other/x", bytes("x"));
        }
        for (int second = 20; second < 20 + 3 * PAGE; second++) {
            store.put("00000000" + second + "/acme/x", bytes("x"));
        }

        assertThat(store.firstPartsUpTo("0000000010"))
                .containsExactly("0000000001", "0000000009", "0000000010");
        assertThat(store.firstPartsUpTo("0000000000")).isEmpty();
        assertThat(store.firstPartsUpTo("9999999999")).hasSize(4 + 3 * PAGE).isSorted();
        store.deleteAll("0000000001/");
        assertThat(store.firstPartsUpTo("0000000010")).containsExactly("0000000009", "0000000010");
    }

    @Test
    void refusesWhatIsNoName() {
        for (String name : NO_NAMES) {
            assertThatThrownBy(() -> store.put(name, bytes("x"))).isInstanceOf(refusal());
            assertThatThrownBy(() -> store.get(name)).isInstanceOf(refusal());
            assertThatThrownBy(() -> store.delete(name)).isInstanceOf(refusal());
            assertThatThrownBy(() -> store.deleteAll(name)).isInstanceOf(refusal());
            assertThatThrownBy(() -> store.deleteAll(name + "/")).isInstanceOf(refusal());
            assertThatThrownBy(() -> store.firstPartsUpTo(name)).isInstanceOf(refusal());
        }
        assertThatThrownBy(() -> store.deleteAll("a")).isInstanceOf(refusal());
        assertThatThrownBy(() -> store.put("a/", bytes("x"))).isInstanceOf(refusal());
        assertThatThrownBy(() -> store.get("a/")).isInstanceOf(refusal());
    }

    private static Class<IllegalArgumentException> refusal() {
        return IllegalArgumentException.class;
    }

    @Test
    void keepsWholeObjectsWhileOthersDeleteAll() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        byte[] content = bytes("whole".repeat(1000));
        try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
            Future<?> deleting =
                    threads.submit(
                            () -> {
                                while (writing.get()) {
                                    store.deleteAll("1/p/");
                                    store.deleteAll("1/");
                                }
                            });
            List<Callable<Integer>> writers = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                int own = writer;
                writers.add(() -> write(own, content));
            }
            for (Future<Integer> written : threads.invokeAll(writers)) {
                assertThat(written.get()).isEqualTo(40);
            }
            writing.set(false);
            deleting.get();
        }
        store.deleteAll("1/");

        assertThat(store.firstPartsUpTo("9")).containsExactly("2");
        for (int writer = 0; writer < 4; writer++) {
            assertThat(store.get("2/w" + writer)).contains(content);
        }
    }

    private int write(int writer, byte[] content) {
        int written = 0;
        for (int i = 0; i < 40; i++) {
            String name = "1/p/w" + writer + "/" + i;
            store.put(name, content);
            store.get(name).ifPresent(found -> assertThat(found).isEqualTo(content));
            written++;
        }
        store.put("2/w" + writer, content);
        return written;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
