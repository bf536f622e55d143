package io.anju.repayment.wallet;

import static io.anju.repayment.wallet.Holder.LINKS;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
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
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A closing from the first look to what comes after it, and everything that can go wrong on the way. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class UnlinkingTest {

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
    private Closer closer;

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
        closer = new Closer(holder, link, windows, transactions);
    }

    @Test
    void tellsTheImpactBeforeAnythingIsDecidedAndChangesNothing() {
        holder.holds(wallet, 700_000, 120_000);

        holder.get(closer.path("/impact"))
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
        holder.get(closer.path("/unlinking")).then().statusCode(404);
        holder.get(closer.path("")).then().body("state", equalTo("LINKED"));
    }

    @Test
    void takesNothingOverOfALoanThatIsNotDebitedByItself() {
        bank.bind(holder.id());
        bank.stopDebit(holder.id(), loan, true).then().statusCode(200);

        holder.get(closer.path("/impact"))
                .then()
                .statusCode(200)
                .body("items[0].consequence", equalTo("NONE_SCHEDULED"))
                .body("items[0].amount", equalTo(0));
        closer.post("/unlinking").then().statusCode(200).body("followUp.card", nullValue());

        bank.startDebit(holder.id(), loan, "*").then().statusCode(200);
        holder.get(closer.path("/impact")).then().body("items[0].consequence", equalTo("CARD_TAKES_OVER"));
    }

    @Test
    void guidesFromTheImpactToTheFollowUp() {
        closer.post("/unlinking")
                .then()
                .statusCode(200)
                .body("state", equalTo("ASSESSED"))
                .body("next.step", equalTo("TAKE_REPORT"))
                .body("next.read", equalTo(closer.path("/report")))
                .body("appeal.href", equalTo("/api/v1/appeals"));
        closer.post("/unlinking/report-receipt").then().statusCode(200).body("next.step", equalTo("SETTLE_INSTALMENT"));
        closer.post("/unlinking/settlement")
                .then()
                .statusCode(200)
                .body("next.step", equalTo("VERIFY_AND_CONFIRM"))
                .body("next.act", equalTo("wallet.unlink"));
        closer.confirm(closer.etag())
                .then()
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"))
                .body("next.step", equalTo("WAIT"))
                .body("followUp.nextDueDate", equalTo("2026-12-22"))
                .body("followUp.payBy", equalTo("BIND_A_CARD"));

        holder.get(closer.path("")).then().body("state", equalTo("CLOSING"));
        holder.pay(loan, link, "OWN").then().statusCode(422).body("code", equalTo("WALLET_NOT_LINKED"));
        holder.get("/api/v1/me/automatic-debits").then().body("items[0].wallet", nullValue());
        neighbours.awaitEvent("anju.wallet.unlink-requested.v1", link.toString());

        assertTrue(closer.close(Closer.LONG));

        holder.get(closer.path("/unlinking"))
                .then()
                .body("state", equalTo("FINISHED"))
                .body("next", nullValue())
                .body("undo", nullValue());
        holder.get(closer.path("")).then().body("state", equalTo("UNLINKED"));
        var told = neighbours.awaitEvent("anju.wallet.unlinked.v1", link.toString());
        assertEquals("2026-12-22", told.path("nextDueDate").asText());
        assertEquals(
                List.of("LIMIT", "CLOSING_REQUESTED", "CLOSED"),
                holder.awaitNotices(link, 3).getList("items.kind"));
        holder.ask(loan, holder.code("wal-again"), false).then().statusCode(201);
    }

    @Test
    void isTakenUpWhereItWasLeftAndAStepDoneTwiceIsOne() {
        String first = closer.post("/unlinking").path("id");
        assertEquals(first, closer.post("/unlinking").path("id"));
        closer.post("/unlinking/report-receipt").then().statusCode(200);
        closer.post("/unlinking/report-receipt").then().statusCode(200).body("state", equalTo("REPORTED"));

        holder.get(closer.path("/unlinking"))
                .then()
                .body("id", equalTo(first))
                .body("next.href", equalTo(closer.path("/unlinking/settlement")));
        closer.post("/unlinking/confirmation", "wallet.unlink", closer.etag())
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
        closer.post("/unlinking");
        closer.post("/unlinking/report-receipt");

        closer.post("/unlinking/settlement")
                .then()
                .statusCode(409)
                .body("code", equalTo("WALLET_INSTALMENT_OPEN"))
                .body("instalment", equalTo(1))
                .body("owed", equalTo(449_045));

        holder.holds(wallet, 449_045, 0);
        holder.pay(loan, link, "OWN").then().statusCode(201);
        bank.awaitInstalment(holder.id(), loan, 1, "PAID");
        closer.post("/unlinking/settlement").then().statusCode(200).body("state", equalTo("SETTLED"));
    }

    @Test
    void waitsForAPaymentThatIsUnderWay() {
        holder.faults(new JsonObject().put("delayMillis", 5_000));
        closer.settled();
        String payment =
                holder.pay(loan, link, "OWN").then().statusCode(201).extract().path("id");

        closer.confirm(closer.etag()).then().statusCode(409).body("code", equalTo("PAYMENT_UNDER_WAY"));

        holder.awaitPayment(loan, payment, "SUCCEEDED");
        closer.confirm(closer.etag()).then().statusCode(200);
    }

    @Test
    void needsAVerificationAndTheVersionItIsMadeOn() {
        closer.settled();

        closer.post("/unlinking/confirmation")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer error=\"insufficient_user_authentication\""));
        closer.post("/unlinking/confirmation", "wallet.unlink", "\"0\"").then().statusCode(412);
        closer.post("/unlinking/confirmation", "wallet.unlink", null).then().statusCode(428);
        holder.get(closer.path("")).then().body("state", equalTo("LINKED"));
    }

    @Test
    void isUndoneWithoutNewUnderwriting() {
        Object limit = holder.get(closer.path("")).path("limit");
        closer.settled();
        closer.confirm(closer.etag()).then().statusCode(200);

        closer.post("/unlinking/undo").then().statusCode(200).body("state", equalTo("UNDONE"));

        holder.get(closer.path(""))
                .then()
                .body("state", equalTo("LINKED"))
                .body("limit", equalTo(limit))
                .body("automatic", equalTo(true));
        assertEquals(false, closer.close(Closer.LONG));
        assertEquals(
                List.of("LIMIT", "CLOSING_REQUESTED", "CLOSING_UNDONE"),
                holder.awaitNotices(link, 3).getList("items.kind"));
        String next = closer.post("/unlinking").then().statusCode(200).extract().path("state");
        assertEquals("ASSESSED", next);
    }

    @Test
    void isNotClosedBeforeTheWindowEndsAndNotUndoneAfterIt() {
        closer.settled();
        closer.confirm(closer.etag()).then().statusCode(200);

        assertEquals(false, closer.close(Duration.ofHours(71)));
        assertEquals(true, closer.close(Closer.LONG));

        closer.post("/unlinking/undo").then().statusCode(409).body("code", equalTo("WALLET_UNDO_TOO_LATE"));
        assertEquals(false, closer.close(Closer.LONG));
    }

    @Test
    void theReportIsReadOnScreenAndOnPaper() throws Exception {
        String payment = holder.pay(loan, link, "OWN").path("id");
        holder.awaitPayment(loan, payment, "SUCCEEDED");

        holder.get(closer.path("/report"))
                .then()
                .statusCode(200)
                .body("payments", hasSize(1))
                .body("payments[0].amount", equalTo(449_045))
                .body("paid", equalTo(449_045))
                .body("link.walletTail", equalTo(wallet.substring(wallet.length() - 4)))
                .body("impact.items", hasSize(4));
        byte[] pdf = bank.getAs("application/pdf", holder.id(), closer.path("/report"))
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

        holder.get(closer.path("/impact")).then().statusCode(503);
        holder.get(closer.path("/report")).then().statusCode(503);
        closer.post("/unlinking").then().statusCode(503).header("Retry-After", notNullValue());
        holder.get(closer.path("/unlinking")).then().statusCode(404);
    }

    @Test
    void aClosingThatIsOpenIsGoneOnWithWhileTheInstitutionIsAway() {
        String open = closer.post("/unlinking").path("id");
        holder.faults(new JsonObject().put("refuseNext", 10));

        closer.post("/unlinking").then().statusCode(200).body("id", equalTo(open));
        closer.post("/unlinking/report-receipt").then().statusCode(200);
    }

    @Test
    void isNobodyElsesBusiness() {
        var stranger = new Holder(neighbours, outside, UUID.randomUUID());

        for (String part : List.of("", "/impact", "/report", "/unlinking")) {
            stranger.get(closer.path(part)).then().statusCode(404);
        }
        bank.post(stranger.id(), closer.path("/unlinking"), new JsonObject())
                .then()
                .statusCode(404);
        holder.get(LINKS).then().body("items", hasSize(1));
        stranger.get(LINKS).then().body("items", not(hasSize(1)));
    }

    private void awaitNothingUnderWay() {
        Awaitility.await("the institution")
                .until(() -> (Long) transactions
                                .run(tx -> tx.select(
                                        "select count(*) from rail_order where loan_id = $1 and state in ('PLACED', 'SENT')",
                                        loan))
                                .await()
                                .indefinitely()
                                .getFirst()[0]
                        == 0);
    }
}
