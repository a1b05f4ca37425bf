package fr.juliu.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose address a request comes from: the peer's, unless that is a proxy that is believed. Of IPv6 it is the network of
 * 64 bits, as one client has all of it.
 */
public final class ClientAddress {

    /** The header in which proxies say whom they ask for. */
    public static final String FORWARDED = "X-Forwarded-For";

    private static final Logger LOG = LoggerFactory.getLogger(ClientAddress.class);
    private static final int NETWORK_BYTES = 8;
    private static final Network UNIQUE_LOCAL = Network.of("fc00::/7");

    private final List<Network> proxies;
    private final AtomicBoolean toldOfNear = new AtomicBoolean();
    private final AtomicBoolean toldOfFar = new AtomicBoolean();

    /** The clients of proxies at such addresses or in such networks. */
    public ClientAddress(List<String> proxies) {
        this.proxies = proxies.stream().map(Network::of).toList();
    }

    /** Whose address a request comes from. */
    public String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), Collections.list(request.getHeaders(FORWARDED)));
    }

    /** Whether that is a proxy that is believed. */
    public boolean isProxy(String peer) {
        return address(peer).filter(this::isTrusted).isPresent();
    }

    /**
     * The nearest address that is no trusted proxy.
     *
     * @param forwarded the values of X-Forwarded-For, in order; only what trusted proxies added at the right is believed
     */
    public String of(String peer, List<String> forwarded) {
        Optional<InetAddress> at = address(peer);
        if (!forwarded.isEmpty()) {
            at.filter(address -> !isTrusted(address)).ifPresent(this::tell);
        }
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

    /** Says once that a header is not believed; whose address that is, unless it may be a person's. */
    private void tell(InetAddress address) {
        if (isNear(address)) {
            if (toldOfNear.compareAndSet(false, true)) {
                LOG.warn("{} sends {} and is not in juliu.trusted-proxies: all that come through it count as one"
                        + " address; if it is your proxy, add it", address.getHostAddress(), FORWARDED);
            }
        } else if (toldOfFar.compareAndSet(false, true)) {
            LOG.warn(
                    "An address that is not in juliu.trusted-proxies sends {}: if that is your proxy, add it, or all that"
                            + " come through it count as one address",
                    FORWARDED);
        }
    }

    /** Whether it is of a machine or network of the operator's, and so no stranger's. */
    private static boolean isNear(InetAddress address) {
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress()
                || UNIQUE_LOCAL.contains(address);
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
