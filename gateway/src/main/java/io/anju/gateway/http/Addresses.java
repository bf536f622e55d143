package io.anju.gateway.http;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.HexFormat;

/** The network address that a request came from; behind a balancer, what {@code quarkus.http.proxy} was told to trust. */
public final class Addresses {
    private Addresses() {}

    /** The address as text. */
    public static String of(HttpServerRequest request) {
        var remote = request.remoteAddress();
        var host = remote == null ? null : remote.hostAddress();
        return host == null ? "unknown" : host;
    }

    /** What limits are counted for: an IPv4 address, or the /64 network that an IPv6 caller can choose its address from. */
    public static String network(HttpServerRequest request) {
        var address = of(request);
        var bytes = NetUtil.isValidIpV6Address(address) ? NetUtil.createByteArrayFromIpAddressString(address) : null;
        return bytes == null || bytes.length != 16
                ? address
                : HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) + "::/64";
    }
}
