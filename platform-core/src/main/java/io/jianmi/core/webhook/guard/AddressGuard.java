package io.jianmi.core.webhook.guard;

import io.jianmi.core.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which addresses the server may connect to by itself: those of the public internet, and what the operator has listed.
 * Decides on bytes, after resolution, so that no spelling of an address gets past it (privacy.md 6: SSRF).
 */
public final class AddressGuard {

    /** IANA IPv4 special-purpose registry, multicast and reserved. */
    private static final List<Network> CLOSED_V4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** Global unicast; all else (loopback, local, mapped, NAT64, multicast) is closed. */
    private static final Network GLOBAL_V6 = Network.parse("2000::/3");

    /** Of that: protocol assignments with Teredo, documentation, 6to4. */
    private static final List<Network> CLOSED_V6 =
            networks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    private final List<Network> open = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    /**
     * @param allowed networks ({@code 10.1.2.0/24}), addresses and host names of the operator's own that may be reached; a name
     *     opens whatever it resolves to
     */
    public AddressGuard(List<String> allowed) {
        for (String entry : allowed) {
            String word = entry.strip().toLowerCase(Locale.ROOT);
            if (!word.isEmpty()) {
                Network.find(word).ifPresentOrElse(open::add, () -> names.add(word));
            }
        }
    }

    /**
     * @param host as the address was asked for
     * @param address 4 or 16 bytes that the name has resolved to
     */
    public boolean permits(String host, byte[] address) {
        return names.contains(host) || open.stream().anyMatch(network -> network.holds(address)) || isPublic(address);
    }

    private static boolean isPublic(byte[] address) {
        if (address.length == 4) {
            return CLOSED_V4.stream().noneMatch(network -> network.holds(address));
        }
        return GLOBAL_V6.holds(address) && CLOSED_V6.stream().noneMatch(network -> network.holds(address));
    }

    private static List<Network> networks(String... texts) {
        return List.of(texts).stream().map(Network::parse).toList();
    }
}
