package dev.selfsame.server.store.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What Redis does as one step. The keys are the session's, that of its matches and that of the
 * tenant's open sessions; the first argument of all but the first script is the time in
 * milliseconds. Each returns 0 where there is no such session. The last one is about challenges and
 * has the challenge's key alone.
 *
 * <p>Where its memory is full, Redis refuses the first command of a script that needs some, and
 * lets a script finish that has written already. So none is done by half.
 */
enum Script {
    /**
     * 1 value of the session, 2 when it ends, 3 the time, 4 the session among the open ones. Of
     * those that list forgets what has ended, and it ends with the last of them. why pcall: a user
     * of Redis that may not do this can still have sessions.
     */
    ADD(
            """
            redis.call('HSET', KEYS[1], 's', ARGV[1], 'x', ARGV[2], 'n', '0', 'q', '0')
            redis.call('PEXPIREAT', KEYS[1], ARGV[2])
            redis.pcall('ZREMRANGEBYSCORE', KEYS[3], '-inf', ARGV[3])
            redis.pcall('ZADD', KEYS[3], ARGV[2], ARGV[4])
            local last = redis.pcall('ZREVRANGE', KEYS[3], 0, 0, 'WITHSCORES')
            if last[2] then
                redis.pcall('PEXPIREAT', KEYS[3], last[2])
            end
            return 1
            """),
    /** 2 most faces, 3 field, 4 value: 1 added, 2 too many. The value gets its number in front. */
    ADD_FACE(
            Script.OPEN
                    + """
                    if tonumber(redis.call('HGET', KEYS[1], 'n')) >= tonumber(ARGV[2]) then
                        return 2
                    end
                    local number = redis.call('HINCRBY', KEYS[1], 'q', 1)
                    redis.call('HSET', KEYS[1], ARGV[3], struct.pack('>I4', number) .. ARGV[4])
                    redis.call('HINCRBY', KEYS[1], 'n', 1)
                    return 1
                    """),
    /** From 2 on field and value in turn. */
    ADD_MATCHES(
            Script.OPEN
                    + """
                    for i = 2, #ARGV, 2 do
                        local pair = ARGV[i]
                        if redis.call('HEXISTS', KEYS[1], 'f' .. pair:sub(2, 17)) == 1
                                and redis.call('HEXISTS', KEYS[1], 'f' .. pair:sub(18)) == 1 then
                            redis.call('HSETNX', KEYS[2], pair, ARGV[i + 1])
                        end
                    end
                    redis.call('HSET', KEYS[2], 'x', ends)
                    redis.call('PEXPIREAT', KEYS[2], ends)
                    return 1
                    """),
    /** 2 field: 1 removed, 2 no such face. */
    DELETE_FACE(
            Script.OPEN
                    + """
                    if redis.call('HDEL', KEYS[1], ARGV[2]) == 0 then
                        return 2
                    end
                    redis.call('HINCRBY', KEYS[1], 'n', -1)
                    local id = ARGV[2]:sub(2)
                    for _, field in ipairs(redis.call('HKEYS', KEYS[2])) do
                        if field:sub(2, 17) == id or field:sub(18) == id then
                            redis.call('HDEL', KEYS[2], field)
                        end
                    end
                    return 1
                    """),
    DELETE_FACES(
            Script.OPEN
                    + """
                    redis.call('UNLINK', KEYS[2])
                    for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
                        if #field > 1 then
                            redis.call('HDEL', KEYS[1], field)
                        end
                    end
                    if redis.call('HGET', KEYS[1], 'n') ~= '0' then
                        redis.call('HSET', KEYS[1], 'n', '0')
                    end
                    return 1
                    """),
    /** 2 the session among the open ones: 1 deleted, 2 held. */
    DELETE(
            Script.OPEN
                    + """
                    local held = redis.call('HGET', KEYS[1], 'h')
                    if held and tonumber(ARGV[1]) < tonumber(held) then
                        return 2
                    end
                    redis.call('UNLINK', KEYS[1], KEYS[2])
                    redis.pcall('ZREM', KEYS[3], ARGV[2])
                    return 1
                    """),
    /** 2 until when. */
    HOLD(
            Script.OPEN
                    + """
                    redis.call('HSET', KEYS[1], 'h', ARGV[2])
                    return 1
                    """),
    /** Of a challenge: 1 version, 2 tenant, 3 value, 4 when it ends; 0 for another version. */
    SAVE_CHALLENGE(
            """
            local version = redis.call('HGET', KEYS[1], 'v')
            if tonumber(version or '0') ~= tonumber(ARGV[1]) - 1 then
                return 0
            end
            redis.call('HSET', KEYS[1], 'v', ARGV[1], 't', ARGV[2], 'c', ARGV[3])
            redis.call('PEXPIREAT', KEYS[1], ARGV[4])
            return 1
            """);

    /** Looks at the session's own end too, as the clock of Redis may be behind ours. */
    private static final String OPEN =
            """
            local ends = redis.call('HGET', KEYS[1], 'x')
            if not ends or tonumber(ARGV[1]) >= tonumber(ends) then
                return 0
            end
            """;

    private final String text;
    private final String sha1;

    Script(String text) {
        this.text = text;
        sha1 = sha1(text);
    }

    String text() {
        return text;
    }

    /** By which Redis knows a script that it has seen before. */
    String sha1() {
        return sha1;
    }

    private static String sha1(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
