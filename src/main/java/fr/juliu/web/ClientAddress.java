package fr.juliu.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whose address a request comes from: the peer's, unless that is a proxy that is believed. Of IPv6 it is the network of
 * 64 bits, as one client has all of it.
 */
public final class ClientAddress {

    private static final int NETWORK_BYTES = 8;

    private final List<Network> proxies;

    ClientAddress(List<String> proxies) {
        this.proxies = proxies.stream().map(Network::of).toList();
    }

    /**
     * The nearest address that is no trusted proxy.
     *
     * @param forwarded the values of X-Forwarded-For, in order; only what trusted proxies added at the right is believed
     */
    public String of(String peer, List<String> forwarded) {
        Optional<InetAddress> at = address(peer);
        List<String> hops = List.of(String.join(",", forwarded).split(",", -1)).reversed();
        for (String hop : hops) {
            Optional<InetAddress> before = address(hop);
            if (at.isEmpty() || before.isEmpty() || !isTrusted(at.get())) {
                break;
            }
            at = before;
        }
        return at.map(ClientAddress::client).orElse(peer);
    }

    private static String client(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + NETWORK_BYTES * Byte.SIZE;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an IPv6 address has 16 bytes", e);
        }
    }

    private boolean isTrusted(InetAddress address) {
        return proxies.stream().anyMatch(network -> network.contains(address));
    }

    /** An address, perhaps in brackets, perhaps with a port. */
    private static Optional<InetAddress> address(String text) {
        String bare = text.strip();
        if (bare.startsWith("[") && bare.contains("]")) {
            bare = bare.substring(1, bare.indexOf(']'));
        } else if (bare.indexOf(':') > 0 && bare.indexOf(':') == bare.lastIndexOf(':')) {
            bare = bare.substring(0, bare.indexOf(':'));
        }
        try {
            return Optional.of(InetAddress.ofLiteral(bare));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
