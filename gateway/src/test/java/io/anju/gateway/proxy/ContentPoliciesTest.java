package io.anju.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentPoliciesTest {
    private static final String SANDBOX = "sandbox; default-src 'none'; style-src 'sha256-AAAA'";

    @Test
    void aSandboxIsPassedOnAndMayNotBeFramed() {
        assertEquals(Optional.of(SANDBOX + "; frame-ancestors 'none'"), ContentPolicies.strictOf(List.of(SANDBOX)));
        assertEquals(
                Optional.of("DEFAULT-SRC 'none';Sandbox ;frame-ancestors 'none'"),
                ContentPolicies.strictOf(List.of("DEFAULT-SRC 'none';Sandbox ;frame-ancestors 'none'")));
    }

    @Test
    void noneAndTwoArePassedOnByNobody() {
        assertEquals(Optional.empty(), ContentPolicies.strictOf(List.of()));
        assertEquals(Optional.empty(), ContentPolicies.strictOf(List.of(SANDBOX, SANDBOX)));
        assertEquals(Optional.empty(), ContentPolicies.strictOf(List.of(SANDBOX + " ".repeat(1_000))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "default-src 'self'",
                "default-src 'none'",
                "sandbox",
                "sandbox; default-src *",
                "sandbox; default-src *; default-src 'none'",
                "sandbox allow-scripts; default-src 'none'",
                "sandbox allow-scripts; sandbox; default-src 'none'",
                "sandbox, default-src 'none'",
                "default-src 'none'; report-uri /sandbox",
                "sandbox; default-src 'none'; frame-ancestors *"
            })
    void whatOnlyLooksLikeASandboxIsNotPassedOn(String policy) {
        assertEquals(Optional.empty(), ContentPolicies.strictOf(List.of(policy)));
    }
}
