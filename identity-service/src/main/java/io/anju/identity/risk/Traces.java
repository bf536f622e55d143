package io.anju.identity.risk;

import io.anju.kit.crypto.FieldCipher;
import io.netty.util.NetUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Keyed hashes under which addresses and networks are recognised. They are kept for days, so a change of the key only
 * makes them begin anew.
 */
@ApplicationScoped
public class Traces {

    private static final int IPV4_BYTES = 4;
    private static final int IPV4_PREFIX_BYTES = 3;
    private static final int IPV6_PREFIX_BYTES = 6;

    private final FieldCipher cipher;

    Traces(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** Whether this is an IPv4 or IPv6 address, and so something that a request can come from. */
    public static boolean isAddress(String text) {
        return NetUtil.isValidIpV4Address(text) || NetUtil.isValidIpV6Address(text);
    }

    /** @param address as {@link io.anju.kit.http.Networks} gives it */
    public byte[] address(String address) {
        return cipher.lookupHash(address, "risk.address");
    }

    /** Of the network: an IPv4 /24 or an IPv6 /48, what one household or cell usually shares. */
    public byte[] prefix(String address) {
        return cipher.lookupHash(network(address), "risk.prefix");
    }

    private static String network(String address) {
        byte @Nullable [] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return address;
        }
        int kept = bytes.length == IPV4_BYTES ? IPV4_PREFIX_BYTES : IPV6_PREFIX_BYTES;
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, kept));
    }
}
