package io.jianmi.form.visitor;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** From where a request comes, as far as one customer of a provider reaches: an address, or a network of IPv6. */
final class Addresses {

    /** A household or an office is given at least that much (RFC 6177). */
    private static final int NETWORK_BYTES = 8;

    private static final int SIX = 16;

    private Addresses() {}

    static String of(HttpServerRequest request) {
        SocketAddress address = request.remoteAddress();
        return address == null || address.hostAddress() == null ? "" : of(address.hostAddress());
    }

    static String of(String address) {
        int zone = address.indexOf('%');
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(zone < 0 ? address : address.substring(0, zone));
        return bytes != null && bytes.length == SIX
                ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES))
                : address;
    }
}
