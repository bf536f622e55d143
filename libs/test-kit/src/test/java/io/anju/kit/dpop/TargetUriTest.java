package io.anju.kit.dpop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 3986, section 6.2, and what must stay apart. */
class TargetUriTest {

    @ParameterizedTest
    @CsvSource({
        "HTTP://www.EXAMPLE.com/,             http://www.example.com/",
        "http://example.com,                  http://example.com/",
        "http://example.com:,                 http://example.com/",
        "http://example.com:80/,              http://example.com/",
        "https://example.com:443/a,           https://example.com/a",
        "https://example.com:8443/a,          https://example.com:8443/a",
        "https://example.com/%7euser,         https://example.com/~user",
        "https://example.com/a%c2%b1b,        https://example.com/a%C2%B1b",
        "https://example.com/a/./b/../c,      https://example.com/a/c",
        "https://example.com/a/b/..,          https://example.com/a/",
        "https://example.com/../a,            https://example.com/a",
        "https://example.com/%2e%2e/a,        https://example.com/a",
        "https://example.com/a//b,            https://example.com/a//b",
        "https://example.com/a/,              https://example.com/a/",
        "https://example.com/a%2Fb,           https://example.com/a%2Fb",
        "https://example.com/合同,             https://example.com/%E5%90%88%E5%90%8C",
        "http://[2001:DB8::1]:80/a,           http://[2001:db8::1]/a"
    })
    void hasOneSpelling(String written, String normalised) {
        assertEquals(Optional.of(normalised), TargetUri.normalised(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/a?b=c",
                "https://example.com/a?",
                "https://example.com/a#b",
                "https://someone@example.com/a",
                "/a",
                "example.com/a",
                "//example.com/a",
                "ftp://example.com/a",
                "javascript:alert(1)",
                "https:///a",
                "https://example.com/a b",
                "https://example.com/%zz",
                "https://example.com:99999999999/a",
                "%",
                ""
            })
    void isNothingElse(String written) {
        assertEquals(Optional.empty(), TargetUri.normalised(written));
    }

    @Test
    void keepsApartWhatIsNotTheSame() {
        assertNotEquals(TargetUri.normalised("https://example.com/a"), TargetUri.normalised("https://example.com/A"));
        assertNotEquals(TargetUri.normalised("https://example.com/a"), TargetUri.normalised("https://example.com/a/"));
        assertNotEquals(TargetUri.normalised("https://example.com/a"), TargetUri.normalised("http://example.com/a"));
        assertNotEquals(
                TargetUri.normalised("https://example.com/a%2Fb"), TargetUri.normalised("https://example.com/a/b"));
    }
}
