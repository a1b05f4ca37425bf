package fr.juliu.web;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** Whose address a request comes from: the peer's, unless that is a proxy that is believed. */
public final class ClientAddress {

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
        return at.map(InetAddress::getHostAddress).orElse(peer);
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
