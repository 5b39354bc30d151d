package dev.selfsame.server.callback;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Objects;

/**
 * The addresses that begin with the same bits (CIDR, RFC 4632 and RFC 4291, 2.3).
 *
 * @param first its lowest address
 * @param prefixBits how many bits they share, 0..32 or 0..128
 */
record Network(InetAddress first, int prefixBits) {

    Network {
        Objects.requireNonNull(first, "first");
        int bits = first.getAddress().length * Byte.SIZE;
        if (prefixBits < 0 || prefixBits > bits) {
            throw new IllegalArgumentException("/" + prefixBits + " is not within 0.." + bits);
        }
        byte[] rest = first.getAddress();
        for (int bit = prefixBits; bit < bits; bit++) {
            if ((rest[bit / Byte.SIZE] & (0x80 >> (bit % Byte.SIZE))) != 0) {
                // why refused: 10.1.2.3/8 is more often a mistake than meant as 10.0.0.0/8
                throw new IllegalArgumentException(
                        first.getHostAddress() + " has bits set beyond /" + prefixBits);
            }
        }
    }

    /**
     * Reads {@code 10.1.0.0/16}, {@code fd00::/8} or one address.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static Network parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        if (address.indexOf('%') >= 0) {
            throw new IllegalArgumentException("a zone has no place in " + text);
        }
        InetAddress first;
        try {
            first = InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(text + " is no network", e);
        }
        if (slash < 0) {
            return new Network(first, first.getAddress().length * Byte.SIZE);
        }
        String bits = text.substring(slash + 1);
        if (!bits.matches("0|[1-9][0-9]{0,2}")) {
            throw new IllegalArgumentException(text + " is no network");
        }
        return new Network(first, Integer.parseInt(bits));
    }

    boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        int bytes = prefixBits / Byte.SIZE;
        int bits = prefixBits % Byte.SIZE;
        return Arrays.equals(mine, 0, bytes, other, 0, bytes)
                && (bits == 0
                        || (mine[bytes] & 0xFF) >> (Byte.SIZE - bits)
                                == (other[bytes] & 0xFF) >> (Byte.SIZE - bits));
    }
}
