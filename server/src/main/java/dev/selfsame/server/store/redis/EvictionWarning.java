package dev.selfsame.server.store.redis;

import dev.selfsame.server.problem.Problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.regex.Pattern;

/** Tells of a Redis that throws sessions away when its memory is full, instead of refusing more. */
final class EvictionWarning {

    private static final Logger LOG = LoggerFactory.getLogger(EvictionWarning.class);
    private static final Pattern BOUNDED = Pattern.compile("(?m)^maxmemory:[1-9]");
    private static final Pattern KEEPS = Pattern.compile("(?m)^maxmemory_policy:noeviction\\s*$");

    private EvictionWarning() {}

    static void give(RedisLink link, RedisAddress address) {
        try {
            String memory = link.call(commands -> commands.info("memory"));
            if (isDue(memory)) {
                LOG.warn(
                        "{} deletes sessions before their time when its memory is full; set its"
                                + " maxmemory-policy to noeviction",
                        address.place());
            }
        } catch (Problem e) {
            // why: its user may be allowed nothing but what sessions need
            LOG.debug("whether sessions are evicted cannot be asked", e);
        }
    }

    /** What Redis says of its memory: whether it is bounded and something is evicted. */
    static boolean isDue(String memory) {
        return BOUNDED.matcher(memory).find() && !KEEPS.matcher(memory).find();
    }
}
