package io.anju.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.anju.sandbox.callback.Signature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PropertyRegistryTest {
    private static final String SECRET = "the-registry's-secret";

    private Sandbox sandbox;
    private Receiver receiver;
    private Caller registry;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(SandboxConfig.inMemory("a-secret-of-the-tests", "the-wallet's-secret", SECRET));
        receiver = new Receiver();
        registry = new Caller(sandbox);
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
        receiver.close();
    }

    private Caller.Answer register(String reference, String certificate) throws IOException {
        return registry.post(
                "/property-registry/registrations",
                "{'reference':'%s','propertyCertificate':'%s','mortgagor':'李安','mortgagee':'安居银行','amount':100000000,'callbackUrl':'%s'}"
                        .formatted(reference, certificate, receiver.url()));
    }

    @Test
    void aMortgageIsRegisteredAndReleased() throws Exception {
        var id = register("m1", "沪2026第1号").json().path("registrationId").asText();
        var registered = receiver.next().json();
        var release = "{'reference':'x1','callbackUrl':'%s'}".formatted(receiver.url());

        var releasing = registry.post("/property-registry/registrations/" + id + "/release", release);

        var released = receiver.next().json();
        assertEquals("REGISTERED", registered.path("state").asText());
        assertEquals("m1", registered.path("reference").asText());
        assertFalse(registered.path("certificateNumber").asText().isEmpty());
        assertEquals(202, releasing.status());
        assertEquals("RELEASED", released.path("state").asText());
        assertEquals("x1", released.path("reference").asText());
        assertEquals(registered.path("certificateNumber"), released.path("certificateNumber"));
        assertEquals(
                202,
                registry.post("/property-registry/registrations/" + id + "/release", release)
                        .status());
    }

    @Test
    void theRegistrySignsWithItsOwnKey() throws Exception {
        register("m1", "沪2026第1号");

        var told = receiver.next();

        var signature = new Signature(SECRET.getBytes(StandardCharsets.UTF_8));
        assertEquals(signature.of(told.body().getBytes(StandardCharsets.UTF_8)), told.signature());
    }

    @Test
    void aSeizedPropertyIsRejected() throws Exception {
        register("m1", "沪2026第1号（查封）");

        var told = receiver.next().json();

        assertEquals("REJECTED", told.path("state").asText());
        assertEquals("PROPERTY_SEIZED", told.path("reason").asText());
    }

    @Test
    void theSameReferenceIsTheSameRegistrationAndNothingElse() throws Exception {
        var first = register("m1", "沪2026第1号");

        assertEquals(
                first.json().path("registrationId"),
                register("m1", "沪2026第1号").json().path("registrationId"));
        assertEquals(409, register("m1", "沪2026第2号").status());
    }

    @Test
    void whatIsNotRegisteredCannotBeReleased() throws Exception {
        registry.put("/property-registry/faults", "{'delayMillis':60000}");
        var id = register("m1", "沪2026第1号").json().path("registrationId").asText();
        var release = "{'reference':'x1','callbackUrl':'%s'}".formatted(receiver.url());

        assertEquals(
                "NOT_REGISTERED",
                registry.post("/property-registry/registrations/" + id + "/release", release)
                        .code());
        assertEquals(
                404,
                registry.post("/property-registry/registrations/nobody/release", release)
                        .status());
    }
}
