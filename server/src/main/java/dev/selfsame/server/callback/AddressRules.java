package dev.selfsame.server.callback;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which addresses may be called: public ones and those of allowed networks. Whoever names a
 * receiver must not reach through this server what only this server can reach (server-side request
 * forgery, CWE-918).
 */
final class AddressRules {

    /** The IANA registry of special-purpose IPv4 addresses (RFC 6890), and two more. */
    private static final List<Network> NOT_PUBLIC =
            Stream.of(
                            "0.0.0.0/8", // this network
                            "10.0.0.0/8", // private
                            "100.64.0.0/10", // shared with a provider's customers
                            "127.0.0.0/8", // loopback
                            "168.63.129.16", // why: Azure's own service for each of its machines
                            "169.254.0.0/16", // link-local, also metadata services of clouds
                            "172.16.0.0/12", // private
                            "192.0.0.0/24", // protocol assignments
                            "192.0.2.0/24", // documentation
                            "192.88.99.0/24", // relays of 6to4
                            "192.168.0.0/16", // private
                            "198.18.0.0/15", // benchmarks
                            "198.51.100.0/24", // documentation
                            "203.0.113.0/24", // documentation
                            "224.0.0.0/4", // multicast
                            "240.0.0.0/4", // reserved, and broadcast
                            "2001::/23", // protocol assignments, Teredo among them
                            "2001:db8::/32", // documentation
                            "2002::/16", // 6to4, which carries an IPv4 address
                            "3fff::/20") // documentation
                    .map(Network::parse)
                    .toList();

    /**
     * All that is assigned of public IPv6 (RFC 4291, 2.4). Loopback, link-local, unique local,
     * multicast, mapped addresses and NAT64 lie outside.
     */
    private static final Network GLOBAL_UNICAST = Network.parse("2000::/3");

    private final List<Network> allowed;

    AddressRules(List<Network> allowed) {
        this.allowed = List.copyOf(Objects.requireNonNull(allowed, "allowed"));
    }

    static AddressRules of(CallbackOptions options) {
        return new AddressRules(options.allowedNetworks().stream().map(Network::parse).toList());
    }

    boolean allow(InetAddress address) {
        if (allowed.stream().anyMatch(network -> network.contains(address))) {
            return true;
        }
        if (address instanceof Inet6Address && !GLOBAL_UNICAST.contains(address)) {
            return false;
        }
        return NOT_PUBLIC.stream().noneMatch(network -> network.contains(address));
    }
}
