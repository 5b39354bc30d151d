package dev.selfsame.server.cli.doctor;

import dev.selfsame.server.biosession.BioSessionOptions;
import dev.selfsame.server.store.redis.RedisProbe;
import dev.selfsame.server.store.redis.RedisState;
import dev.selfsame.server.store.redis.UnusableRedisException;
import dev.selfsame.server.store.s3.BucketProbe;
import dev.selfsame.server.store.s3.S3Options;
import dev.selfsame.server.store.s3.UnusableBucketException;

import java.util.ArrayList;
import java.util.List;

/** Redis and S3, where settings name them: written, read and deleted from. */
final class SharedStoresExam {

    private SharedStoresExam() {}

    static List<Finding> redis(BioSessionOptions options, ClockExam time) {
        String url = options.redisUrl();
        if (url == null) {
            return List.of();
        }
        try {
            RedisState state = RedisProbe.examine(url);
            time.compare("Redis", state.now());
            List<Finding> findings = new ArrayList<>();
            findings.add(
                    Finding.ok(
                            "redis",
                            state.place()
                                    + " ("
                                    + state.version()
                                    + ") was written, read and deleted from"));
            if (state.evicts()) {
                findings.add(
                        Finding.warning(
                                "redis",
                                "it deletes sessions before their time when its memory is full",
                                "set its maxmemory-policy to noeviction"));
            }
            return findings;
        } catch (UnusableRedisException e) {
            return List.of(
                    Finding.failed(
                            "redis",
                            String.valueOf(e.getMessage()),
                            "see that it runs and lets this machine in, and look at"
                                    + " selfsame.biosession.redis-url"));
        }
    }

    static List<Finding> s3(S3Options options, ClockExam time) {
        if (options.bucket() == null) {
            return List.of();
        }
        try {
            BucketProbe.examine(options).ifPresent(now -> time.compare("S3", now));
            return List.of(
                    Finding.ok(
                            "s3",
                            "the bucket "
                                    + options.bucket()
                                    + " was listed, written, read and deleted from"));
        } catch (UnusableBucketException e) {
            return List.of(
                    Finding.failed(
                            "s3",
                            String.valueOf(e.getMessage()),
                            "look at selfsame.media.s3.* and at docs/media.md#s3"));
        }
    }
}
