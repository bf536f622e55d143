package io.anju.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworksTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::",
        "2001:DB8:1:2:ffff:ffff:ffff:ffff, 2001:db8:1:2::",
        "2001:db8:1:2::1, 2001:db8:1:2::",
        "2001:db8:1:2::, 2001:db8:1:2::",
        "2001:db8:1:3::1, 2001:db8:1:3::",
        "fe80::1%2, fe80::",
        "::1, ::",
    })
    void areAnIpv4AddressAndTheSlash64OfAnIpv6Address(String address, String network) {
        assertEquals(network, Networks.of(address));
    }

    /** RFC 4291 §2.5.5.2: the whole of IPv4 lies in one /64, and must not be counted as one caller. */
    @ParameterizedTest
    @CsvSource({"::ffff:203.0.113.7", "::FFFF:cb00:7107", "0:0:0:0:0:ffff:203.0.113.7"})
    void areIpv4AddressesHoweverTheyAreMappedIntoIpv6(String mapped) {
        assertEquals("203.0.113.7", Networks.of(mapped));
    }

    @ParameterizedTest
    @CsvSource({"unknown", "2001:db8::/32", "203.0.113", "1:2:3:4:5:6:7"})
    void leaveWhatIsNoAddressAlone(String text) {
        assertEquals(text, Networks.of(text));
    }
}
