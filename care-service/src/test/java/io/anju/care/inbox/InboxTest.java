package io.anju.care.inbox;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.care.CareTestBase;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Facts become messages, once each and in order; read in the reader's language. */
@QuarkusTest
class InboxTest extends CareTestBase {

    private static final String MESSAGES = "/api/v1/messages";
    private static final String DUE = "\"loanId\":\"018f0000-0000-7000-8000-000000000001\",\"number\":1,"
            + "\"dueDate\":\"2026-12-22\",\"amount\":449045";

    @Test
    void tellsAFactOnceHoweverOftenItIsDelivered() {
        var event = UUID.randomUUID();

        tell(event, "identity-service", "anju.customer.registered.v1", "").statusCode(204);
        tell(event, "identity-service", "anju.customer.registered.v1", "").statusCode(204);

        asCustomer()
                .get(MESSAGES)
                .then()
                .statusCode(200)
                .body("items.template", contains("GUIDE_FIRST_STEPS", "WELCOME"))
                .body("items.number", contains(2, 1))
                .body("items.kind", contains("GUIDE", "NOTICE"));
    }

    @Test
    void speaksTheReadersLanguage() {
        told("repayment-service", "anju.instalment.due.v1", DUE);

        asCustomer()
                .get(MESSAGES)
                .then()
                .header("Content-Language", "en")
                .body(
                        "items[1].body",
                        equalTo("CNY 4,490.45 is due on 22 December 2026. Please make sure that the linked"
                                + " card has enough, or pay by hand."))
                .body("items[1].fields.amount", equalTo(449045))
                .body("items[1].resource", equalTo("/api/v1/loans/018f0000-0000-7000-8000-000000000001/instalments"));
        with(neighbours.tokens().customer(customer))
                .header("Accept-Language", "zh-CN")
                .get(MESSAGES)
                .then()
                .statusCode(200);
    }

    @Test
    void writesChineseForWhoeverAsksForNothingElse() {
        told(
                "repayment-service",
                "anju.loan.settled.v1",
                "\"loanId\":\"" + UUID.randomUUID() + "\",\"date\":\"2051-12-22\",\"contractSettled\":true");

        io.restassured.RestAssured.given()
                .auth()
                .oauth2(neighbours.tokens().customer(customer))
                .get(MESSAGES)
                .then()
                .header("Content-Language", "zh-CN")
                .body("items[0].body", equalTo("您的贷款已于2051年12月22日结清。结清证明正在盖章,完成后会通知您,随后办理抵押注销。"));
    }

    @Test
    void tellsInBothLanguagesThatAWalletIsBeingClosedAndUntilWhenThatIsUndone() {
        told(
                "repayment-service",
                "anju.wallet.unlink-requested.v1",
                "\"linkId\":\"018f0000-0000-7000-8000-000000000002\",\"undoDate\":\"2026-12-04\"");

        asCustomer()
                .get(MESSAGES)
                .then()
                .body("items[0].body", org.hamcrest.Matchers.containsString("undo it by 4 December 2026"))
                .body(
                        "items[0].resource",
                        equalTo("/api/v1/wallet-links/018f0000-0000-7000-8000-000000000002/unlinking"));
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(neighbours.tokens().customer(customer))
                .get(MESSAGES)
                .then()
                .body("items[0].body", org.hamcrest.Matchers.containsString("请在2026年12月4日前撤销"));
    }

    @Test
    void pagesFromTheNewestOn() {
        for (int n = 1; n <= 5; n++) {
            told("repayment-service", "anju.instalment.paid.v1", paid(n));
        }

        String next = asCustomer()
                .queryParam("limit", 2)
                .get(MESSAGES)
                .then()
                .body("items.number", contains(5, 4))
                .header("Link", org.hamcrest.Matchers.containsString("rel=\"next\""))
                .extract()
                .path("next");
        asCustomer()
                .queryParam("limit", 3)
                .queryParam("cursor", next)
                .get(MESSAGES)
                .then()
                .body("items.number", contains(3, 2, 1))
                .body("next", nullValue());
    }

    @Test
    void countsAndFiltersWhatIsUnread() {
        told("identity-service", "anju.customer.registered.v1", "");
        String first = asCustomer().get(MESSAGES).path("items[1].id");

        asCustomer().post(MESSAGES + "/" + first + "/read").then().statusCode(204);
        asCustomer().post(MESSAGES + "/" + first + "/read").then().statusCode(204);

        asCustomer().get(MESSAGES + "/unread-count").then().body("count", equalTo(1));
        asCustomer()
                .queryParam("unread", true)
                .get(MESSAGES)
                .then()
                .body("items.template", contains("GUIDE_FIRST_STEPS"));
    }

    @Test
    void keepsInboxesApart() {
        told("identity-service", "anju.customer.registered.v1", "");
        String message = asCustomer().get(MESSAGES).path("items[0].id");
        var somebodyElse = neighbours.tokens().customer(UUID.randomUUID());

        with(somebodyElse).get(MESSAGES).then().body("items", hasSize(0));
        with(somebodyElse)
                .post(MESSAGES + "/" + message + "/read")
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void isForCustomers() {
        asStaff(UUID.randomUUID(), "auditor").get(MESSAGES).then().statusCode(403);
        io.restassured.RestAssured.given().get(MESSAGES).then().statusCode(401);
    }

    @Test
    void refusesACursorThatIsNoneOfOurs() {
        asCustomer().queryParam("cursor", "eHl6").get(MESSAGES).then().statusCode(400);
    }

    @Test
    void numbersWithoutGapWhenManyFactsArriveAtOnce() throws Exception {
        Callable<Void> paid = () -> {
            told("repayment-service", "anju.instalment.paid.v1", paid(1));
            return null;
        };

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done :
                    threads.invokeAll(IntStream.range(0, 24).mapToObj(n -> paid).toList())) {
                done.get();
            }
        }

        var row = sql(
                        "select count(*), max(m.number), b.unread from message m join mailbox b using (customer_id)"
                                + " where customer_id = $1 group by b.unread",
                        customer)
                .iterator()
                .next();
        assertEquals(24, row.getLong(0));
        assertEquals(24, row.getLong(1));
        assertEquals(24, row.getLong(2));
    }

    private static String paid(int number) {
        return "\"loanId\":\"018f0000-0000-7000-8000-000000000001\",\"number\":%d,\"date\":\"2026-12-22\",\"amount\":449045"
                .formatted(number);
    }
}
