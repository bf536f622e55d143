package io.anju.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an erasure does to phones that were to follow, to recoveries at a counter, and to what was told of wallets. */
@QuarkusTest
class ErasedTracesTest extends ErasureTestBase {

    private static final String CHANGES = "/api/v1/me/phone-changes";
    private static final String FACE = "face-" + UUID.randomUUID();
    private static final String PAPERS = "identity card and household register " + UUID.randomUUID();

    @BeforeEach
    void staffIsThere() {
        Awaitility.await().until(() -> count("SELECT count(*) FROM staff_member WHERE name = 'officer Hu'") == 1);
    }

    @Test
    void aPhoneThatWasToFollowIsForgotten() {
        var customer = person().bound();
        var newPhone = person();
        openChange(customer, newPhone);
        String code = hex(cipher.lookupHash(newPhone.phone, "sms_code.phone"));
        assertTrue(dump().contains(code));
        answer(customer, FREE);

        eraseByPasskey(customer).then().statusCode(201);

        assertEquals(0, count("SELECT count(*) FROM phone_change WHERE customer_id = $1", customer.id));
        String left = dump();
        assertFalse(left.contains(newPhone.phone));
        assertFalse(left.contains(code));
    }

    @Test
    void whatWasShownAtACounterIsForgottenAndWhoLetInStaysKnown() {
        var customer = person().verified();
        recovered(customer, "COMPLETED");
        answer(customer, FREE);

        erase(customer).then().statusCode(201);

        String left = dump();
        assertFalse(left.contains(FACE));
        assertFalse(left.contains(PAPERS));
        assertEquals(
                1,
                count(
                        "SELECT count(*) FROM account_recovery WHERE customer_id = $1 AND decided_by IS NOT NULL",
                        customer.id));
    }

    @Test
    void aRecoveryThatWasUnderWayLetsNobodyInAnyMore() {
        var customer = person().verified();
        recovered(customer, "APPROVED");
        answer(customer, FREE);

        erase(customer).then().statusCode(201);

        assertEquals(0, count("""
                        SELECT count(*) FROM account_recovery
                        WHERE customer_id = $1 AND (expires_at > now() OR code_expires_at > now())""", customer.id));
    }

    @Test
    void aChangeThatIsBeingProvenAtTheSameMomentIsDoneBefore() {
        var customer = person().bound();
        openChange(customer, person());
        answer(customer, FREE);
        String token = customer.verify("privacy.erase", PATH, "identity-service", "");
        // What a proof does: its own row first, the customer's then.
        var proof = new Other(
                customer,
                "SELECT 1 FROM phone_change WHERE customer_id = $1 FOR UPDATE",
                "UPDATE customer SET registered_at = registered_at WHERE id = $1");
        var erased = CompletableFuture.supplyAsync(() -> erase(customer, token).statusCode());
        Awaitility.await("the erasure").until(() -> erased.isDone() || waiting() > 0);

        assertEquals(1, proof.goOn());
        assertEquals(201, erased.join());
        assertEquals(0, rows("phone_change", customer));
    }

    @Test
    void aSignInThatIsBeingProvenAtTheSameMomentLeavesNoSession() {
        var customer = person().bound();
        // What an erasure does: the person's row and the customer's before all else.
        var erasure = new Other(
                customer,
                "SELECT 1 FROM person p JOIN customer c USING (id) WHERE id = $1 FOR UPDATE",
                "UPDATE customer SET erased_at = now(), phone_hash = NULL WHERE id = $1");
        long before = count("SELECT count(*) FROM session WHERE person_id = $1", customer.id);
        var signIn = CompletableFuture.supplyAsync(customer::signInByPasskey);
        Awaitility.await("the sign-in").until(() -> signIn.isDone() || waiting() > 0);

        assertEquals(1, erasure.goOn());
        // However it is answered.
        signIn.exceptionally(failure -> null).join();
        assertEquals(before, count("SELECT count(*) FROM session WHERE person_id = $1", customer.id));
    }

    @Test
    void onTheirDayNoRowIsLeft() {
        var customer = person().verified();
        recovered(customer, "COMPLETED");
        sql("""
                INSERT INTO phone_change (id, customer_id, opened_at, expires_at, completed_at)
                VALUES ($1, $2, now(), now(), now())""", UUID.randomUUID(), customer.id);
        told(
                "repayment-service",
                "anju.wallet.linked.v1",
                customer.id,
                java.util.Map.of("customerId", customer.id, "linkId", UUID.randomUUID()));
        answer(customer, FREE);
        erase(customer).then().statusCode(201);
        for (var table : List.of("account_recovery", "phone_change", "wallet_audit")) {
            assertEquals(1, rows(table, customer), table);
        }
        assertThrows(RuntimeException.class, () -> sql("DELETE FROM wallet_audit WHERE customer_id = $1", customer.id));

        theDayHasCome(customer);

        for (var table : List.of("account_recovery", "phone_change", "wallet_audit")) {
            assertEquals(0, rows(table, customer), table);
        }
    }

    private long rows(String table, TestPerson customer) {
        return count("SELECT count(*) FROM " + table + " WHERE customer_id = $1", customer.id);
    }

    private static void openChange(TestPerson customer, TestPerson newPhone) {
        String body = "{\"phone\":\"" + newPhone.phone + "\"}";
        customer.request()
                .header("Verification-Token", customer.verify("phone.change", CHANGES, "identity-service", body))
                .body(body)
                .post(CHANGES)
                .then()
                .statusCode(201);
    }

    private void recovered(TestPerson customer, String state) {
        sql("""
                INSERT INTO account_recovery (id, customer_id, face_reference, papers, proposed_by, proposed_at, expires_at,
                    state, decided_by, decided_at, code_hash, code_expires_at, completed_at)
                SELECT $1, $2, $3, $4, t.id, now(), now() + interval '1 hour', $5, o.id, now(), uuid_send($1),
                    now() + interval '30 minutes', CASE WHEN $5 = 'COMPLETED' THEN now() END
                FROM staff_member t, staff_member o WHERE t.name = 'teller Sun' AND o.name = 'officer Hu'""", UUID.randomUUID(), customer.id, FACE, PAPERS, state);
    }
}
