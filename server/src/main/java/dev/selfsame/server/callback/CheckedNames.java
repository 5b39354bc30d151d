package dev.selfsame.server.callback;

import org.apache.hc.client5.http.DnsResolver;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;

/**
 * Gives a connection only addresses that may be called. The client asks once for each connection
 * and connects to what it got, so nobody can answer differently between check and use (DNS
 * rebinding).
 */
final class CheckedNames implements DnsResolver {

    private final NameService names;
    private final AddressRules rules;

    CheckedNames(NameService names, AddressRules rules) {
        this.names = Objects.requireNonNull(names, "names");
        this.rules = Objects.requireNonNull(rules, "rules");
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.addresses(host);
        for (InetAddress address : addresses) {
            // why one is enough to refuse all: a name that leads inside as well is not meant well,
            // or not set up well
            if (!rules.allow(address)) {
                throw new AddressNotAllowedException(address);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
