package io.anju.e2e.journey;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.e2e.client.Customer;
import io.anju.e2e.client.Mortgage;
import io.anju.e2e.client.Sandbox;
import io.anju.e2e.stack.Stack;
import java.util.Map;
import java.util.UUID;

/** Ways to sign that must not work: without the second key, with one for another thing, as another customer. */
final class WrongSignatures {

    private final Customer borrower;
    private final Mortgage mortgage;
    private final Customer stranger;

    WrongSignatures(Stack stack, Sandbox outside, Customer borrower, Mortgage mortgage) {
        this.borrower = borrower;
        this.mortgage = mortgage;
        this.stranger = new Customer(stack.gateway(), outside, "13900139002");
    }

    void tryAll() {
        withoutAVerification();
        withOneForAnotherDocument();
        withOneForAnotherFile();
        asAnotherCustomer();
    }

    private String path() {
        return mortgage.contractPath() + "/signatures";
    }

    private void withoutAVerification() {
        var refused = borrower.postOnce(path(), mortgage.signatureBody()).expectProblem(401, "VERIFICATION_REQUIRED");
        // RFC 9470, section 3.
        assertTrue(refused.header("WWW-Authenticate").contains("error=\"insufficient_user_authentication\""));
    }

    private void withOneForAnotherDocument() {
        var other = "/api/v1/contracts/" + UUID.randomUUID();
        var token = borrower.verify("contract.sign", other, "contract-service", mortgage.signatureBody());
        borrower.postWith(token, path(), mortgage.signatureBody()).expectProblem(403, "VERIFICATION_MISMATCH");
    }

    private void withOneForAnotherFile() {
        var other = "{\"pdfSha256\":\"" + "0".repeat(64) + "\"}";
        var token = borrower.verify("contract.sign", mortgage.contractPath(), "contract-service", other);
        borrower.postWith(token, path(), mortgage.signatureBody()).expectProblem(403, "VERIFICATION_MISMATCH");
    }

    private void asAnotherCustomer() {
        stranger.register();
        stranger.proveRealName("李华", "110105199003072397");
        stranger.enrolPasskey();
        var token =
                stranger.verify("contract.sign", mortgage.contractPath(), "contract-service", mortgage.signatureBody());
        stranger.postWith(token, path(), mortgage.signatureBody()).expect(404);
        stranger.api().get(mortgage.contractPath()).expect(404);
        stranger.api()
                .post(mortgage.applicationPath() + "/withdrawal", "", Map.of("Idempotency-Key", "k"))
                .expect(404);
    }
}
