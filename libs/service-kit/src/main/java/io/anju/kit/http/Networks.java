package io.anju.kit.http;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The networks that callers come from, as far as one caller has the choice of the address. */
public final class Networks {

    private static final int IPV6_BYTES = 16;

    // RFC 4291 §2.5.1: "Interface IDs are required to be 64 bits long": whoever has one address of a /64 can take them
    // all.
    private static final int NETWORK_BYTES = 8;

    private Networks() {}

    /**
     * What limits and failures are counted for: an IPv4 address itself, also where it is mapped into IPv6, and of an IPv6
     * address the /64, written as its first address. What is no address stays what it is.
     */
    public static String of(String address) {
        @Nullable InetAddress ip = NetUtil.createInetAddressFromIpAddressString(address);
        if (ip == null) {
            return address;
        }
        return ip instanceof Inet6Address
                ? NetUtil.bytesToIpAddress(Arrays.copyOf(Arrays.copyOf(ip.getAddress(), NETWORK_BYTES), IPV6_BYTES))
                : ip.getHostAddress();
    }
}
