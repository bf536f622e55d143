package io.anju.repayment.wallet;

import static io.anju.repayment.wallet.Holder.LINKS;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A closing from the first look to what comes after it, and everything that can go wrong on the way. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class UnlinkingTest {

    private static final Duration LONG = Duration.ofHours(73);

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    UndoWindows windows;

    private Bank bank;
    private Holder holder;
    private UUID loan;
    private UUID link;
    private String wallet;

    @BeforeEach
    void begin() {
        bank = new Bank(neighbours, outside);
        holder = new Holder(neighbours, outside, UUID.randomUUID());
        bank.today("2026-11-22");
        bank.publishLpr("2026-10-20", "0.0350");
        holder.faults(new JsonObject());
        loan = bank.lend(holder.id(), "2026-11-22", "2026-12-22", "0.0000");
        wallet = "wal-" + loan;
        link = holder.link(loan, wallet, true);
    }

    @Test
    void tellsTheImpactBeforeAnythingIsDecidedAndChangesNothing() {
        holder.holds(wallet, 700_000, 120_000);

        holder.get(path("/impact"))
                .then()
                .statusCode(200)
                .body("ownFunds", equalTo(700_000))
                .body("items", hasSize(4))
                .body("items[0].consequence", equalTo("NOTHING_PAYS_BY_ITSELF"))
                .body("items[0].amount", equalTo(449_045))
                .body("items[0].at", equalTo("/api/v1/cards"))
                .body("items[1].consequence", equalTo("CREDIT_STAYS_OWED"))
                .body("items[1].amount", equalTo(120_000))
                .body("items[3].means.en", containsString("closing itself is none"))
                .body("items[3].mend.zh", containsString("归还"));
        holder.get(path("/unlinking")).then().statusCode(404);
        holder.get(path("")).then().body("state", equalTo("LINKED"));
    }

    @Test
    void guidesFromTheImpactToTheFollowUp() {
        post("/unlinking")
                .then()
                .statusCode(200)
                .body("state", equalTo("ASSESSED"))
                .body("next.step", equalTo("TAKE_REPORT"))
                .body("next.read", equalTo(path("/report")))
                .body("appeal.href", equalTo("/api/v1/complaints"));
        post("/unlinking/report-receipt").then().statusCode(200).body("next.step", equalTo("SETTLE_INSTALMENT"));
        post("/unlinking/settlement")
                .then()
                .statusCode(200)
                .body("next.step", equalTo("VERIFY_AND_CONFIRM"))
                .body("next.act", equalTo("wallet.unlink"));
        confirm(etag())
                .then()
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"))
                .body("next.step", equalTo("WAIT"))
                .body("followUp.nextDueDate", equalTo("2026-12-22"))
                .body("followUp.payBy", equalTo("BIND_A_CARD"));

        holder.get(path("")).then().body("state", equalTo("CLOSING"));
        holder.pay(loan, link, "OWN").then().statusCode(422).body("code", equalTo("WALLET_NOT_LINKED"));
        holder.get("/api/v1/me/automatic-debits").then().body("items[0].wallet", nullValue());
        neighbours.awaitEvent("anju.wallet.unlink-requested.v1", link.toString());

        assertTrue(close(LONG));

        holder.get(path("/unlinking"))
                .then()
                .body("state", equalTo("FINISHED"))
                .body("next", nullValue())
                .body("undo", nullValue());
        holder.get(path("")).then().body("state", equalTo("UNLINKED"));
        var told = neighbours.awaitEvent("anju.wallet.unlinked.v1", link.toString());
        assertEquals("2026-12-22", told.path("nextDueDate").asText());
        assertEquals(
                List.of("LIMIT", "CLOSING_REQUESTED", "CLOSED"),
                holder.awaitNotices(link, 3).getList("items.kind"));
        holder.ask(loan, holder.code("wal-again"), false).then().statusCode(201);
    }

    @Test
    void isTakenUpWhereItWasLeftAndAStepDoneTwiceIsOne() {
        String first = post("/unlinking").path("id");
        assertEquals(first, post("/unlinking").path("id"));
        post("/unlinking/report-receipt").then().statusCode(200);
        post("/unlinking/report-receipt").then().statusCode(200).body("state", equalTo("REPORTED"));

        holder.get(path("/unlinking"))
                .then()
                .body("id", equalTo(first))
                .body("next.href", equalTo(path("/unlinking/settlement")));
        post("/unlinking/confirmation", "wallet.unlink", etag())
                .then()
                .statusCode(409)
                .body("code", equalTo("WALLET_UNLINKING_OUT_OF_TURN"))
                .body("step", equalTo("REPORTED"));
    }

    @Test
    void theCurrentInstalmentIsSettledFirst() {
        holder.holds(wallet, 0, 0);
        bank.today("2026-12-22");
        bank.run("2026-12-22");
        awaitNothingUnderWay();
        post("/unlinking");
        post("/unlinking/report-receipt");

        post("/unlinking/settlement")
                .then()
                .statusCode(409)
                .body("code", equalTo("WALLET_INSTALMENT_OPEN"))
                .body("instalment", equalTo(1))
                .body("owed", equalTo(449_045));

        holder.holds(wallet, 449_045, 0);
        holder.pay(loan, link, "OWN").then().statusCode(202);
        bank.awaitInstalment(holder.id(), loan, 1, "PAID");
        post("/unlinking/settlement").then().statusCode(200).body("state", equalTo("SETTLED"));
    }

    @Test
    void waitsForAPaymentThatIsUnderWay() {
        holder.faults(new JsonObject().put("delayMillis", 60_000));
        settled();
        holder.pay(loan, link, "OWN").then().statusCode(202);

        confirm(etag()).then().statusCode(409).body("code", equalTo("PAYMENT_UNDER_WAY"));
    }

    @Test
    void needsAVerificationAndTheVersionItIsMadeOn() {
        settled();

        post("/unlinking/confirmation")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer error=\"insufficient_user_authentication\""));
        post("/unlinking/confirmation", "wallet.unlink", "\"0\"").then().statusCode(412);
        post("/unlinking/confirmation", "wallet.unlink", null).then().statusCode(428);
        holder.get(path("")).then().body("state", equalTo("LINKED"));
    }

    @Test
    void isUndoneWithoutNewUnderwriting() {
        Object limit = holder.get(path("")).path("limit");
        settled();
        confirm(etag()).then().statusCode(200);

        post("/unlinking/undo").then().statusCode(200).body("state", equalTo("UNDONE"));

        holder.get(path(""))
                .then()
                .body("state", equalTo("LINKED"))
                .body("limit", equalTo(limit))
                .body("automatic", equalTo(true));
        assertEquals(false, close(LONG));
        assertEquals(
                List.of("LIMIT", "CLOSING_REQUESTED", "CLOSING_UNDONE"),
                holder.awaitNotices(link, 3).getList("items.kind"));
        String next = post("/unlinking").then().statusCode(200).extract().path("state");
        assertEquals("ASSESSED", next);
    }

    @Test
    void isNotClosedBeforeTheWindowEndsAndNotUndoneAfterIt() {
        settled();
        confirm(etag()).then().statusCode(200);

        assertEquals(false, close(Duration.ofHours(71)));
        assertEquals(true, close(LONG));

        post("/unlinking/undo").then().statusCode(409).body("code", equalTo("WALLET_UNDO_TOO_LATE"));
        assertEquals(false, close(LONG));
    }

    @Test
    void ofTwoConfirmationsAtOnceOneCloses() throws Exception {
        settled();
        String etag = etag();

        List<Integer> answers =
                atOnce(() -> confirm(etag).statusCode(), () -> confirm(etag).statusCode());

        assertEquals(List.of(200, 412), answers.stream().sorted().toList());
        assertEquals(1L, count("select count(*) from wallet_notice where link_id = $1 and kind = 'CLOSING_REQUESTED'"));
    }

    @RepeatedTest(5)
    void anUndoingThatRacesTheEndOfTheWindowEitherComesFirstOrIsTooLate() throws Exception {
        settled();
        confirm(etag()).then().statusCode(200);

        List<Integer> answers = atOnce(() -> post("/unlinking/undo").statusCode(), () -> close(LONG) ? 1 : 0);

        boolean undone = answers.getFirst() == 200;
        assertEquals(undone ? 0 : 1, answers.getLast());
        holder.get(path("")).then().body("state", equalTo(undone ? "LINKED" : "UNLINKED"));
        holder.get(path("/unlinking")).then().body("state", equalTo(undone ? "UNDONE" : "FINISHED"));
        assertEquals(
                undone ? 0L : 1L, count("select count(*) from wallet_notice where link_id = $1 and kind = 'CLOSED'"));
    }

    @Test
    void theReportIsReadOnScreenAndOnPaper() throws Exception {
        String payment = holder.pay(loan, link, "OWN").path("id");
        holder.awaitPayment(loan, payment, "SUCCEEDED");

        holder.get(path("/report"))
                .then()
                .statusCode(200)
                .body("payments", hasSize(1))
                .body("payments[0].amount", equalTo(449_045))
                .body("paid", equalTo(449_045))
                .body("link.walletTail", equalTo(wallet.substring(wallet.length() - 4)))
                .body("impact.items", hasSize(4));
        byte[] pdf = bank.getAs("application/pdf", holder.id(), path("/report"))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertTrue(text.contains("4490.45"), text);
            assertTrue(text.contains("不影响本行的任何评分"), text);
        }
    }

    @Test
    void saysSoWhileTheInstitutionIsAwayRatherThanGuess() {
        holder.faults(new JsonObject().put("refuseNext", 10));

        holder.get(path("/impact")).then().statusCode(503);
        post("/unlinking").then().statusCode(503);
    }

    @Test
    void isNobodyElsesBusiness() {
        var stranger = new Holder(neighbours, outside, UUID.randomUUID());

        for (String part : List.of("", "/impact", "/report", "/unlinking")) {
            stranger.get(path(part)).then().statusCode(404);
        }
        bank.post(stranger.id(), path("/unlinking"), new JsonObject()).then().statusCode(404);
        holder.get(LINKS).then().body("items", hasSize(1));
        stranger.get(LINKS).then().body("items", not(hasSize(1)));
    }

    private void settled() {
        post("/unlinking").then().statusCode(200);
        post("/unlinking/report-receipt").then().statusCode(200);
        post("/unlinking/settlement").then().statusCode(200);
    }

    private boolean close(Duration later) {
        // Others of this database's links may be closing too: until ours is, or none is left.
        Instant then = Instant.now().plus(later);
        boolean before = isClosing();
        while (windows.closeNext(then).await().indefinitely()) {
            continue;
        }
        return before && count("select count(*) from wallet_link where id = $1 and state = 'UNLINKED'") == 1;
    }

    private boolean isClosing() {
        return count("select count(*) from wallet_link where id = $1 and state in ('CLOSING', 'UNLINKED')") == 1
                && count("select count(*) from wallet_link where id = $1 and state = 'UNLINKED'") == 0;
    }

    private Response confirm(String etag) {
        return post("/unlinking/confirmation", "wallet.unlink", etag);
    }

    private Response post(String part) {
        return asHolder().header("If-Match", etag()).post(path(part));
    }

    private Response post(String part, String act, @org.jspecify.annotations.Nullable String etag) {
        var request = asHolder()
                .header(
                        "Verification-Token",
                        neighbours.tokens().verification(holder.id(), "repayment-service", act, path(""), ""));
        return (etag == null ? request : request.header("If-Match", etag)).post(path(part));
    }

    private RequestSpecification asHolder() {
        return given().auth()
                .oauth2(neighbours.tokens().customer(holder.id()))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON);
    }

    private String etag() {
        return holder.get(path("")).header("ETag");
    }

    private String path(String part) {
        return LINKS + "/" + link + part;
    }

    private void awaitNothingUnderWay() {
        org.awaitility.Awaitility.await("the institution")
                .until(() -> (Long) transactions
                                .run(tx -> tx.select(
                                        "select count(*) from rail_order where loan_id = $1 and state in ('PLACED', 'SENT')",
                                        loan))
                                .await()
                                .indefinitely()
                                .getFirst()[0]
                        == 0);
    }

    private long count(String sql) {
        return (Long) transactions
                .run(tx -> tx.select(sql, link))
                .await()
                .indefinitely()
                .getFirst()[0];
    }

    @SafeVarargs
    private static List<Integer> atOnce(Callable<Integer>... acts) throws Exception {
        var barrier = new CyclicBarrier(acts.length);
        try (var threads = Executors.newFixedThreadPool(acts.length)) {
            List<Future<Integer>> running = Stream.of(acts)
                    .map(act -> threads.submit(() -> {
                        barrier.await();
                        return act.call();
                    }))
                    .toList();
            return List.of(running.getFirst().get(), running.getLast().get());
        }
    }
}
