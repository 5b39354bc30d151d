package dev.selfsame.server;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Variables that Kubernetes and Docker links put into every container for a service whose name
 * begins with "selfsame". Nobody set them for this server, and {@code SELFSAME_PORT} would even
 * pass for a setting.
 */
final class ServiceLinks {

    // a service "selfsame" has SELFSAME_SERVICE_HOST, "selfsame-eu" SELFSAME_EU_SERVICE_HOST
    private static final Pattern NAME =
            Pattern.compile(
                    "SELFSAME_([A-Z0-9_]+_)?(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?"
                            + "|PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)");
    private static final Pattern NAME_OF_ADDRESS = Pattern.compile("SELFSAME_([A-Z0-9_]+_)?PORT");
    private static final Pattern ADDRESS = Pattern.compile("(tcp|udp|sctp)://.*");

    private ServiceLinks() {}

    /** The environment as if no service had such a name. */
    static Map<String, String> removedFrom(Map<String, String> environment) {
        Map<String, String> rest = new TreeMap<>(environment);
        rest.entrySet().removeIf(it -> isOne(it.getKey(), it.getValue()));
        return rest;
    }

    private static boolean isOne(String name, String value) {
        return NAME.matcher(name).matches()
                || (NAME_OF_ADDRESS.matcher(name).matches() && ADDRESS.matcher(value).matches());
    }
}
