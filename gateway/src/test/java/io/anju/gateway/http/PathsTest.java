package io.anju.gateway.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/loans",
                "/api/v1/loans/",
                "/api/v1/help/%E5%AE%89%E5%B1%85",
                "/.well-known/jwks.json",
                "/log/tile/0/x001/067.p/12",
                "/a/...",
                "/a/b%20c",
                "/a/~!$&'()*+,=:@-_"
            })
    void usualPathsPass(String path) {
        assertTrue(Paths.isClean(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api",
                "http://elsewhere/api",
                "*",
                "//",
                "/a//b",
                "/a/../b",
                "/a/..",
                "/./a",
                "/a;b=c",
                "/a\\b",
                "/a%2fb",
                "/a%2Fb",
                "/%2e%2e/a",
                "/a%5cb",
                "/a%3bb",
                "/a%00",
                "/a%0d%0a",
                "/a%7f",
                "/a%252e",
                "/a%",
                "/a%2",
                "/a%zz",
                "/%71/metrics",
                "/q/%6Detrics",
                "/%41",
                "/%7a",
                "/a%30",
                "/a%2d%5f%7E",
                "/a%\uff14\uff11",
                "/a b",
                "/安居",
                "/a|b"
            })
    void pathsThatMayMeanSomethingElseBehindDoNot(String path) {
        assertFalse(Paths.isClean(path));
    }

    @ParameterizedTest
    @ValueSource(ints = {2_048, 1_000_000})
    void endlessPathsDoNot(int length) {
        assertFalse(Paths.isClean("/" + "%E5".repeat(length)));
    }
}
