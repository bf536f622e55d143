package io.anju.repayment.wallet;

import static io.anju.repayment.wallet.Holder.LINKS;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.result.Result;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.repayment.wallet.WalletLinks.Kept;
import io.anju.repayment.wallet.model.WalletRefusal;
import io.anju.repayment.wallet.model.WalletWish;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The institution is asked between transactions: away, mute after it has linked, and we dead after each step. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class LinkRequestsTest {

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    LinkRequests requests;

    @Inject
    WalletInstitution institution;

    private Bank bank;
    private Holder holder;
    private UUID loan;

    @BeforeEach
    void begin() {
        bank = new Bank(neighbours, outside);
        holder = new Holder(neighbours, outside, UUID.randomUUID());
        bank.today("2026-11-22");
        bank.publishLpr("2026-10-20", "0.0350");
        holder.faults(new JsonObject());
        loan = bank.lend(holder.id(), "2026-11-22", "2026-12-22", "0.0000");
    }

    @AfterEach
    void mend() {
        holder.faults(new JsonObject());
    }

    @Test
    void whileTheInstitutionIsAwayNothingIsLinkedAndTheSameRequestGoesOnFromThere() {
        var request = new Request(holder.code("wal-away"));
        holder.faults(new JsonObject().put("refuseNext", 2));

        request.send().then().statusCode(503).header("Retry-After", notNullValue());
        holder.get(LINKS).then().body("items", hasSize(0));

        String link = request.send()
                .then()
                .statusCode(201)
                .header("ETag", notNullValue())
                .body("state", equalTo("REQUESTED"))
                .body("walletTail", equalTo("away"))
                .extract()
                .path("id");
        assertEquals(link, request.send().then().statusCode(201).extract().path("id"));
        neighbours.awaitEvent("anju.wallet.link-requested.v1", link);
    }

    @Test
    void anAnswerThatWasLostIsAskedForAgainUnderTheSameReferenceAndLinksOnce() {
        var request = new Request(holder.code("wal-lost"));
        holder.faults(new JsonObject().put("timeoutAfterSuccess", 2));

        request.send().then().statusCode(503);

        String link = request.send().then().statusCode(201).extract().path("id");
        assertEquals(1, linesOf(link));
    }

    @Test
    void goesOnFromEachStepAfterWhichItDied() {
        String code = holder.code("wal-dies");
        UUID wish = wish();
        // Died here: the wish is kept, nobody was asked. Then: the institution was asked, its answer is not kept.
        assertInstanceOf(Result.Ok.class, institution.link(wish, code).await().indefinitely());

        Kept link = linked(ask(wish, code));

        assertEquals(wish, link.link().facts().id());
        assertEquals(link, linked(ask(wish, code)));
        assertEquals(1, linesOf(wish.toString()));
        assertEquals(
                1L,
                transactions
                        .run(tx -> tx.select("select count(*) from outbox_event where subject = $1", wish.toString()))
                        .await()
                        .indefinitely()
                        .getFirst()[0]);
    }

    @Test
    void aWrongCodeIsRefusedAlikeHoweverOftenItIsAskedAndMakesRoom() {
        var request = new Request("00000000");

        request.send().then().statusCode(422).body("code", equalTo("WALLET_CODE_WRONG"));
        request.send().then().statusCode(422).body("code", equalTo("WALLET_CODE_WRONG"));

        new Request(holder.code("wal-right")).send().then().statusCode(201);
    }

    @Test
    void aNewerRequestTakesThePlaceOfOneWithoutAnAnswerAndTheInstitutionHearsOfIt() {
        String code = holder.code("wal-old");
        UUID older = wish();
        assertInstanceOf(Result.Ok.class, institution.link(older, code).await().indefinitely());

        new Request(holder.code("wal-new")).send().then().statusCode(201).body("walletTail", equalTo("-new"));

        assertEquals(new WalletRefusal.GivenUp(older), refusal(ask(older, code)));
        assertEquals(List.of("CLOSED"), holder.awaitNotices(older, 1).getList("items.kind"));
    }

    @Test
    void aWishThatNobodyComesBackForIsGivenUp() {
        UUID wish = wish();

        boolean given = false;
        while (requests.giveUpNext(Instant.now()).await().indefinitely()) {
            given = true;
        }

        assertTrue(given);
        assertEquals(new WalletRefusal.GivenUp(wish), refusal(ask(wish, "12345678")));
        assertEquals(List.of("CLOSED"), holder.awaitNotices(wish, 1).getList("items.kind"));
    }

    @Test
    void theLimitsOfOnePersonTogetherStayWithinTheCapHoweverManyAreAskedForAtOnce() {
        // 5 % of 5,000,000.00 and of 6,000,000.00, half of it after twelve of 24 months: 125,000.00 and 150,000.00
        // yuan, of 200,000.00 at most. Nothing is due within the twelve months.
        List<UUID> loans = bank.order(
                holder.id(),
                "2026-11-22",
                "2027-12-22",
                List.of(
                        Bank.tranche(500_000_000, 360, "EQUAL_INSTALMENT", "0.0000"),
                        Bank.tranche(600_000_000, 360, "EQUAL_INSTALMENT", "0.0000")));
        List<UUID> large = loans.stream().filter(id -> !id.equals(loan)).toList();
        large.forEach(id -> bank.awaitPayout(holder.id(), id));
        bank.today("2027-11-23");

        var both = Uni.join()
                .all(large.stream()
                        .map(id -> transactions.run(tx -> requests.wish(tx, holder.id(), id, false)))
                        .toList())
                .andFailFast()
                .await()
                .indefinitely();

        assertEquals(
                20_000_000,
                both.stream().mapToLong(kept -> wished(kept).limit()).sum());
    }

    private UUID wish() {
        var kept = transactions
                .run(tx -> requests.wish(tx, holder.id(), loan, false))
                .await()
                .indefinitely();
        return wished(kept).id();
    }

    private static WalletWish.Asked wished(Result<WalletWish.Asked, WalletRefusal> kept) {
        return ((Result.Ok<WalletWish.Asked, WalletRefusal>) kept).value();
    }

    private Result<Kept, WalletRefusal> ask(UUID wish, String code) {
        return requests.ask(holder.id(), wish, code).await().indefinitely();
    }

    private static Kept linked(Result<Kept, WalletRefusal> answer) {
        return ((Result.Ok<Kept, WalletRefusal>) answer).value();
    }

    private static WalletRefusal refusal(Result<Kept, WalletRefusal> answer) {
        return ((Result.Refused<Kept, WalletRefusal>) answer).refusal();
    }

    /** How often the institution says that it has linked under this reference. */
    private long linesOf(String link) {
        return given().get(outside.url() + "/wallet/files/2026-11-22.csv")
                .asString()
                .lines()
                .filter(line -> line.contains(link) && line.contains(",LINK,"))
                .count();
    }

    /** A request that can be sent again as it was. */
    private final class Request {

        private final String body;
        private final String key = UUID.randomUUID().toString();
        private final String verification;

        Request(String code) {
            body = new JsonObject()
                    .put("loan", loan.toString())
                    .put("code", code)
                    .put("automatic", false)
                    .encode();
            verification =
                    neighbours.tokens().verification(holder.id(), "repayment-service", "wallet.link", LINKS, body);
        }

        Response send() {
            return given().auth()
                    .oauth2(neighbours.tokens().customer(holder.id()))
                    .header("Idempotency-Key", key)
                    .header("Verification-Token", verification)
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post(LINKS);
        }
    }
}
