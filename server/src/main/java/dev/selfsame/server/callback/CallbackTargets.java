package dev.selfsame.server.callback;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Decides which URLs may be called, as far as the URL itself tells. What a name leads to is checked
 * when it is called, each time anew.
 */
public final class CallbackTargets {

    private static final int MAX_HOST_LENGTH = 253;
    private static final int MAX_PORT = 65_535;
    private static final Pattern LABEL = Pattern.compile("(?i)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("(?i)[0-9]+|0x[0-9a-f]*");
    private static final Pattern DOTTED =
            Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    private final AddressRules rules;
    private final boolean allowHttp;

    public CallbackTargets(CallbackOptions options) {
        rules = AddressRules.of(options);
        allowHttp = options.allowHttp();
    }

    /**
     * Checks a URL as a client sent it. Asks no name service.
     *
     * @throws Problem of the kind {@code INVALID_REQUEST}, saying what to send instead
     */
    public URI check(String url) {
        Objects.requireNonNull(url, "url");
        URI target = parse(url);
        checkScheme(target);
        if (target.getRawUserInfo() != null || target.getRawFragment() != null) {
            throw wrong("send it without a user, a password and a fragment (#)");
        }
        checkPort(target);
        checkHost(Objects.requireNonNull(target.getHost(), "host").toLowerCase(Locale.ROOT));
        return target;
    }

    private static URI parse(String url) {
        if (url.isEmpty() || url.length() > Callback.MAX_TARGET_LENGTH) {
            throw wrong(
                    "send an absolute URL of 1 to " + Callback.MAX_TARGET_LENGTH + " characters");
        }
        if (url.chars().anyMatch(it -> it <= ' ' || it >= 0x7F || it == '\\')) {
            throw wrong("send ASCII characters alone, all others percent-encoded or as punycode");
        }
        try {
            // why this one: it takes no host names that are against the rules, such as a_b
            return new URI(url).parseServerAuthority();
        } catch (URISyntaxException _) {
            throw notAbsolute();
        }
    }

    private void checkScheme(URI target) {
        String scheme = Objects.requireNonNullElse(target.getScheme(), "").toLowerCase(Locale.ROOT);
        if ((!scheme.equals("http") && !scheme.equals("https")) || target.getHost() == null) {
            throw notAbsolute();
        }
        if (scheme.equals("http") && !allowHttp) {
            throw wrong("send a URL that begins with https://, as this server calls no others");
        }
    }

    private static void checkPort(URI target) {
        boolean empty = target.getRawAuthority().endsWith(":");
        if (empty || target.getPort() == 0 || target.getPort() > MAX_PORT) {
            throw wrong("send a port of 1 to " + MAX_PORT + ", or none");
        }
    }

    private void checkHost(String host) {
        if (host.startsWith("[")) {
            checkAddress(sixthVersion(host.substring(1, host.length() - 1)));
            return;
        }
        String[] labels = host.split("\\.", -1);
        if (host.length() > MAX_HOST_LENGTH || !areLabels(labels)) {
            throw wrong("send a host name without empty parts and without a dot at its end");
        }
        // why the last part: other software reads 1, 0x7f.1 and 127.1 as addresses (URL Standard,
        // "ends in a number checker")
        if (NUMBER.matcher(labels[labels.length - 1]).matches()) {
            checkAddress(fourthVersion(host));
        } else if (labels[labels.length - 1].equals("localhost")) {
            // why here: RFC 6761, 6.3 says what it is, and whoever sent it hears of it at once
            checkAddress(InetAddress.ofLiteral("127.0.0.1"));
        }
    }

    private static boolean areLabels(String[] labels) {
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return true;
    }

    private static InetAddress fourthVersion(String host) {
        if (!DOTTED.matcher(host).matches()) {
            throw oddAddress();
        }
        try {
            return Inet4Address.ofLiteral(host);
        } catch (IllegalArgumentException _) {
            throw oddAddress();
        }
    }

    private static InetAddress sixthVersion(String host) {
        if (host.indexOf('%') >= 0) {
            throw oddAddress();
        }
        InetAddress address;
        try {
            address = InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException _) {
            throw oddAddress();
        }
        if (address instanceof Inet4Address) {
            // why: ::ffff:10.0.0.1 is an IPv4 address in disguise
            throw oddAddress();
        }
        return address;
    }

    private void checkAddress(InetAddress address) {
        if (!rules.allow(address)) {
            throw wrong(
                    "send one with a public address, or ask the operator of this server to allow"
                            + " its network");
        }
    }

    private static Problem notAbsolute() {
        return wrong(
                "send an absolute URL such as https://shop.example/callback, its host name of"
                        + " letters, digits and hyphens");
    }

    private static Problem oddAddress() {
        return wrong("send a host name, or an address written as 198.41.0.4 or [2001:500::53]");
    }

    // why the URL is not repeated: it may hold secrets of the receiver
    private static Problem wrong(String remedy) {
        return new Problem(
                ProblemKind.INVALID_REQUEST, "the callback URL cannot be used: " + remedy);
    }
}
