package io.anju.care.permit;

import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is left here of a customer whom identity-service has erased. */
@QuarkusTest
class ErasedCustomerTest extends PermitTestBase {

    private static final String ERASED = "anju.customer.erased.v1";

    private long count(String query) {
        return sql("select count(*) from " + query, customer).iterator().next().getLong(0);
    }

    private long numbersLeft() {
        return count("contact_person where customer_id = $1 and number_key is not null")
                + count("contact_decision where customer_id = $1 and number_key is not null");
    }

    @Test
    void contactsStopAndWhatTheCustomerCouldBeReachedByIsForgotten() {
        ask("MARKETING", "CALL", tomorrowAt(10)).statusCode(201);
        assertEquals(2, numbersLeft());

        told("identity-service", ERASED, "");

        ask("MARKETING", "CALL", tomorrowAt(10)).statusCode(404);
        assertEquals(0, numbersLeft());
        assertEquals(0, count("contact_consent where customer_id = $1"));
        assertEquals(0, count("message where customer_id = $1"));
        asCustomer().get("/api/v1/messages").then().body("items", hasSize(0));
    }

    @Test
    void whatWasDecidedStays() {
        ask("MARKETING", "CALL", tomorrowAt(10)).statusCode(201);

        told("identity-service", ERASED, "");

        assertEquals(1, count("contact_decision where customer_id = $1 and permitted"));
        assertThrows(
                RuntimeException.class,
                () -> sql(
                        "update contact_decision set number_key = null, codes = 'X' where customer_id = $1", customer));
        assertThrows(
                RuntimeException.class, () -> sql("delete from contact_decision where customer_id = $1", customer));
    }

    @Test
    void theNamesThatAgenciesWereGivenLeadToNobody() {
        ask("MARKETING", "CALL", tomorrowAt(10)).statusCode(201);
        String unused = reference(vettedAgency("agency-" + UUID.randomUUID()));

        told("identity-service", ERASED, "");

        assertEquals(0, count("customer_reference where customer_id = $1"));
        assertEquals(
                0,
                sql("select 1 from customer_reference where reference = $1", unused)
                        .size());
        assertEquals(
                1,
                sql("select 1 from customer_reference where reference = $1", reference)
                        .size());
        ask("MARKETING", "CALL", tomorrowAt(10)).statusCode(404);
    }

    @Test
    void whatIsToldAfterwardsBringsNothingBack() {
        told("identity-service", ERASED, "");

        consent(true);
        told("loan-service", "anju.application.withdrawn.v1", "\"applicationId\":\"%s\"".formatted(UUID.randomUUID()));

        assertEquals(0, count("contact_consent where customer_id = $1"));
        assertEquals(0, count("mailbox where customer_id = $1"));
        assertEquals(0, count("message where customer_id = $1"));
    }

    @Test
    void anAccessTokenThatLivesOnBeginsNothing() {
        told("identity-service", ERASED, "");

        asCustomer()
                .body("{\"about\":\"SERVICE\",\"text\":\"x\"}")
                .post("/api/v1/complaints")
                .then()
                .statusCode(401);
        asCustomer()
                .body("{\"branch\":\"any\",\"date\":\"2027-01-04\",\"time\":\"10:00\",\"matter\":\"OTHER\"}")
                .post("/api/v1/appointments")
                .then()
                .statusCode(401);

        assertEquals(0, count("complaint where customer_id = $1"));
        assertEquals(0, count("appointment where customer_id = $1"));
    }

    @Test
    void toldTwiceItIsTheSame() {
        var event = UUID.randomUUID();
        tell(event, "identity-service", ERASED, "").statusCode(204);
        tell(event, "identity-service", ERASED, "").statusCode(204);
        told("identity-service", ERASED, "");

        assertEquals(0, numbersLeft());
        assertTrue(sql("select gone_at from contact_person where customer_id = $1", customer)
                .iterator()
                .hasNext());
    }

    @Test
    void freesTheCounterThatWasBooked() {
        sql("""
                insert into appointment (id, customer_id, branch_id, counter, day, time, matter, handover_code, state,
                                         booked_at, version)
                select $1, $2, id, 1, date '2099-01-05', time '10:00', 'OTHER', $3, 'BOOKED', now(), 1
                from branch limit 1""", UUID.randomUUID(), customer, UUID.randomUUID().toString());

        told("identity-service", ERASED, "");

        assertEquals(1, count("appointment where customer_id = $1 and state = 'CANCELLED'"));
    }
}
