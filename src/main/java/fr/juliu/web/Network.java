package fr.juliu.web;

import java.net.InetAddress;

/**
 * An IP network, or one address.
 *
 * @param bits how many leading bits an address shares with the network
 */
record Network(InetAddress base, int bits) {

    Network {
        if (bits < 0 || bits > 8 * base.getAddress().length) {
            throw new IllegalArgumentException("no such prefix: /" + bits);
        }
    }

    /** Reads {@code 10.0.0.0/8} or {@code ::1}; names are not looked up. */
    static Network of(String text) {
        int slash = text.indexOf('/');
        InetAddress base = InetAddress.ofLiteral(slash < 0 ? text.strip() : text.substring(0, slash).strip());
        return new Network(base,
                slash < 0 ? 8 * base.getAddress().length : Integer.parseInt(text.substring(slash + 1).strip()));
    }

    boolean contains(InetAddress address) {
        byte[] ours = base.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
