package io.anju.repayment.wallet.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.repayment.reconciliation.BreakDesk;
import io.anju.repayment.reconciliation.model.Remedy;
import io.anju.repayment.wallet.Holder;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Credit that an institution took and does not take back is ordered back again, by two people. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class ReturnOrderedAgainTest {

    private static final UUID OWNER = UUID.randomUUID();
    private static final UUID COLLEAGUE = UUID.randomUUID();
    private static final UUID ANOTHER = UUID.randomUUID();

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    BreakDesk desk;

    private Holder holder;
    private UUID loan;

    @BeforeEach
    void begin() {
        var bank = new Bank(neighbours, outside);
        holder = new Holder(neighbours, outside, UUID.randomUUID());
        loan = bank.firstLoan(holder.id());
    }

    @AfterEach
    void mend() {
        holder.faults(new JsonObject());
    }

    @Test
    void refusedOnceAndTakenBackThen() {
        String found = refused("wal-oncredit-again", 1);
        propose(found);

        approve(COLLEAGUE, found).statusCode(200).body("state", equalTo("RESOLVED"));

        var returned = neighbours.awaitEvent("anju.wallet.credit-returned.v1", loan.toString());
        assertEquals(payment(), returned.path("order").asText());
        assertEquals(List.of("FAILED", "SUCCEEDED"), returns());
        assertEquals(0, creditUsed("wal-oncredit-again"));
        assertEquals(0, owedBack());
        approve(ANOTHER, found).statusCode(409).body("code", equalTo("BREAK_RESOLVED"));
    }

    @Test
    void refusedTwiceItIsABreakOfItsOwnThatCanBeOrderedAgain() {
        String found = refused("wal-oncredit-thrice", 2);
        propose(found);
        approve(COLLEAGUE, found).statusCode(200);
        String second = awaitBreak("return:" + payment() + ":2");
        assertEquals(449_045, owedBack());

        propose(second);
        approve(COLLEAGUE, second).statusCode(200);

        neighbours.awaitEvent("anju.wallet.credit-returned.v1", loan.toString());
        assertEquals(List.of("FAILED", "FAILED", "SUCCEEDED"), returns());
        assertEquals(0, owedBack());
    }

    @Test
    void twoOfficersAtOnceOrderItOnce() {
        String found = refused("wal-oncredit-race", 1);
        propose(found);

        var first = CompletableFuture.supplyAsync(() -> status(COLLEAGUE, found));
        var second = CompletableFuture.supplyAsync(() -> status(ANOTHER, found));

        assertEquals(609, first.join() + second.join());
        neighbours.awaitEvent("anju.wallet.credit-returned.v1", loan.toString());
        assertEquals(List.of("FAILED", "SUCCEEDED"), returns());
        assertEquals(0, owedBack());
    }

    @Test
    void killedInBetweenNothingIsOrderedAndLaterItIsOrderedOnce() {
        String found = refused("wal-oncredit-killed", 1);
        propose(found);

        transactions
                .run(tx -> desk.approve(tx, UUID.fromString(found), COLLEAGUE, Remedy.ORDERED_AGAIN)
                        .<Void>flatMap(done -> Uni.createFrom().failure(new IllegalStateException("killed"))))
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
        assertEquals(List.of("FAILED"), returns());

        approve(COLLEAGUE, found).statusCode(200);
        neighbours.awaitEvent("anju.wallet.credit-returned.v1", loan.toString());
        assertEquals(List.of("FAILED", "SUCCEEDED"), returns());
    }

    @Test
    void whoProposesDoesNotAgreeAndAgreesWithAKeyOnly() {
        String found = refused("wal-oncredit-alone", 1);
        propose(found);

        approve(OWNER, found).statusCode(403).body("code", equalTo("BREAK_SAME_PERSON"));
        staff(COLLEAGUE)
                .body(remedy().encode())
                .post("/api/v1/staff/breaks/" + found + "/approval")
                .then()
                .statusCode(401);
        assertEquals(List.of("FAILED"), returns());
    }

    @Test
    void whatIsNoReturnIsNotOrderedAgain() {
        UUID link = holder.link(loan, "wal-twofaced-again", false);
        String paid = holder.pay(loan, link, "OWN").path("id");
        holder.awaitPayment(loan, paid, "SUCCEEDED");
        String found = UUID.randomUUID().toString();
        String reference = payment();
        transactions
                .run(tx -> tx.update("""
                        insert into rail_break (id, source, kind, reference, ours, theirs, found_at)
                        values ($1, 'WALLET', 'STATUS_DIFFERS', $2, 'SUCCEEDED', 'FAILED', now())
                        """, UUID.fromString(found), reference))
                .await()
                .indefinitely();
        assign(found);

        resolve(found).statusCode(422).body("code", equalTo("BREAK_REMEDY_NOT_FITTING"));
    }

    /** An instalment paid from credit, whose return the institution refuses so many times; answers with the break's id. */
    private String refused(String wallet, int times) {
        UUID link = holder.link(loan, wallet, false);
        holder.faults(new JsonObject().put("dropCallbacks", 1_000));
        holder.pay(loan, link, "OWN").then().statusCode(201);
        Awaitility.await("the credit").until(() -> creditUsed(wallet) > 0);
        holder.faults(new JsonObject().put("failNext", times));
        return awaitBreak("return:" + payment());
    }

    private String awaitBreak(String reference) {
        return Awaitility.await("a break of " + reference)
                .until(
                        () -> select("select id::text from rail_break where reference = $1", reference),
                        rows -> !rows.isEmpty())
                .getFirst();
    }

    private void propose(String found) {
        assign(found);
        resolve(found).statusCode(200).body("state", equalTo("PROPOSED"));
    }

    private void assign(String found) {
        staff(COLLEAGUE)
                .body(new JsonObject().put("owner", OWNER.toString()).encode())
                .post("/api/v1/staff/breaks/" + found + "/assignment")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse resolve(String found) {
        return staff(OWNER)
                .body(remedy().put("reason", "asked the institution, case 7").encode())
                .post("/api/v1/staff/breaks/" + found + "/resolution")
                .then();
    }

    private ValidatableResponse approve(UUID by, String found) {
        String path = "/api/v1/staff/breaks/" + found;
        String body = remedy().encode();
        return staff(by)
                .header(
                        "Verification-Token",
                        neighbours.tokens().verification(by, "repayment-service", "ledger.correct", path, body))
                .body(body)
                .post(path + "/approval")
                .then();
    }

    private int status(UUID by, String found) {
        return approve(by, found).extract().statusCode();
    }

    private static JsonObject remedy() {
        return new JsonObject().put("remedy", "ORDERED_AGAIN");
    }

    private String payment() {
        return select("select reference from rail_order where loan_id = $1 and purpose = 'INSTALMENT'", loan)
                .getFirst();
    }

    /** States of the orders that give back, the first one first. */
    private List<String> returns() {
        return select(
                "select state from rail_order where loan_id = $1 and purpose = 'CREDIT_RETURN' order by placed_at",
                loan);
    }

    private long creditUsed(String wallet) {
        return given().get(outside.url() + "/wallet/accounts/" + wallet)
                .jsonPath()
                .getLong("creditUsed");
    }

    /** Fen in suspense for the payment. */
    private long owedBack() {
        String owed = select("""
                select coalesce(-sum(e.amount), 0)::text
                from transfer t join entry e on e.transfer_id = t.id join account a on a.id = e.account_id
                where a.code = 'SUSPENSE' and (t.idempotency_key = $1 or t.idempotency_key like 'return:' || $1 || '%')
                """, payment()).getFirst();
        return Long.parseLong(owed);
    }

    private List<String> select(String sql, Object value) {
        return transactions.run(tx -> tx.select(sql, value)).await().indefinitely().stream()
                .map(row -> (String) row[0])
                .toList();
    }

    private RequestSpecification staff(UUID who) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(who, "loan-officer"))
                .header("Idempotency-Key", UUID.randomUUID())
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON);
    }
}
