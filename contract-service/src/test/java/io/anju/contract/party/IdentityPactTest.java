package io.anju.contract.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import au.com.dius.pact.consumer.ConsumerPactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.core.model.RequestResponsePact;
import io.anju.contract.ContractTestBase;
import io.anju.contract.signing.model.Party;
import io.anju.testkit.pact.PactFiles;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What this service expects of identity-service, which verifies it in its own tests. */
@QuarkusTest
class IdentityPactTest extends ContractTestBase {

    private static final String BASE64URL = "[A-Za-z0-9_-]+";
    private static final UUID KNOWN = UUID.fromString("0199a3c5-7c1e-7000-8000-4f6b2b9d1a10");
    private static final UUID UNKNOWN = UUID.fromString("0199a3c5-7c1e-7000-8000-4f6b2b9d1a11");

    @Inject
    Identity identity;

    private static RequestResponsePact pact() {
        return ConsumerPactBuilder.consumer("contract-service")
                .hasPactWith("identity-service")
                .given("a customer whose real name is confirmed")
                .uponReceiving("who a customer is, for a contract")
                .method("GET")
                .pathFromProviderState(
                        "/internal/customers/${customer}/party", "/internal/customers/%s/party".formatted(KNOWN))
                .query("purpose=CONTRACT")
                .willRespondWith()
                .status(200)
                .body(new PactDslJsonBody()
                        .stringType("name", "张三")
                        .stringMatcher("idNumber", "\\d{17}[\\dX]", "11010519491231002X"))
                .given("a contract was signed with a passkey")
                .uponReceiving("the assertion behind a signature")
                .method("GET")
                .pathFromProviderState("/internal/verifications/${jti}/evidence", path(KNOWN))
                .willRespondWith()
                .status(200)
                .body(assertion())
                .given("no such verification")
                .uponReceiving("the assertion behind nothing")
                .method("GET")
                .pathFromProviderState("/internal/verifications/${jti}/evidence", path(UNKNOWN))
                .willRespondWith()
                .status(404)
                .toPact();
    }

    private static String path(UUID jti) {
        return "/internal/verifications/%s/evidence".formatted(jti);
    }

    /** What a stranger needs to check the signature. */
    private static PactDslJsonBody assertion() {
        return new PactDslJsonBody()
                .stringValue("act", "contract.sign")
                .stringType("resource", "/api/v1/contracts/" + KNOWN)
                .stringMatcher("bodySha256", BASE64URL, "NFTuBS5uFJdjZ_SRyqSBkdL6iIiSoEV1BPf9ZkxjWSs")
                .stringMatcher("nonce", BASE64URL, "bm9uY2U")
                .stringMatcher("challenge", BASE64URL, "Y2hhbGxlbmdl")
                .stringMatcher("credentialId", BASE64URL, "Y3JlZGVudGlhbA")
                .stringMatcher("publicKey", BASE64URL, "cHVibGljS2V5")
                .stringMatcher("clientDataJSON", BASE64URL, "e30")
                .stringMatcher("authenticatorData", BASE64URL, "YXV0aERhdGE")
                .stringMatcher("signature", BASE64URL, "c2lnbmF0dXJl");
    }

    @Test
    void learnsWhoSignsAndKeepsTheAssertionBehindASignature() {
        var played = neighbours.play(pact());

        assertEquals(
                new Party("张三", "11010519491231002X"),
                identity.party(KNOWN).await().indefinitely());
        assertTrue(evidence(KNOWN).orElseThrow().contains("clientDataJSON"));
        assertEquals(Optional.empty(), evidence(UNKNOWN));

        assertEquals(List.of(), played.unasked());
        PactFiles.hold(Path.of("../identity-service"), pact());
    }

    private Optional<String> evidence(UUID jti) {
        return identity.verificationEvidence(jti.toString()).await().indefinitely();
    }
}
