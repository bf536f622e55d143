package io.anju.identity;

import io.anju.identity.model.Level;
import io.anju.identity.token.AccessClaims;
import io.anju.identity.token.Tokens;
import io.anju.testkit.architecture.EndpointDoors;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every endpoint, called by everybody. */
@QuarkusTest
class EndpointDoorsTest extends IdentityTestBase {

    @Inject
    Tokens tokens;

    @TestHTTPResource
    URI root;

    private final UUID staff = UUID.randomUUID();
    private UUID customer = staff;

    @BeforeEach
    void register() {
        customer = person().registered().id;
    }

    @Test
    void openToThoseWhomTheTableNamesAndToNobodyElse() {
        EndpointDoors.check("io.anju.identity", root, this::token);
    }

    private String token(String role, String level) {
        return tokens.access(new AccessClaims(
                        subject(role),
                        role.equals("service") ? "identity-service" : "anju-api",
                        "test-app",
                        Set.of(role),
                        Set.of("anju", "personal-data"),
                        Level.valueOf(level),
                        Optional.empty(),
                        Optional.empty()))
                .await()
                .indefinitely()
                .token();
    }

    private String subject(String role) {
        return switch (role) {
            case "service", "agency" -> "some-" + role;
            case "customer" -> customer.toString();
            default -> staff.toString();
        };
    }
}
