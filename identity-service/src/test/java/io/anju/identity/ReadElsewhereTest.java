package io.anju.identity;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What other services tell of those who were shown a customer's data. */
@QuarkusTest
class ReadElsewhereTest extends IdentityTestBase {

    @Test
    void showsTheCustomerWhichMemberOfStaffReadWhatAndWhy() {
        var customer = person().registered();
        var officer = UUID.randomUUID();
        var application = UUID.randomUUID();

        told("loan-service", "anju.customer.data-read.v1", customer.id, read(customer.id, officer, application));

        customer.request()
                .get("/api/v1/me/access-records")
                .then()
                .body("items", hasSize(1))
                .body("items[0].reader", equalTo(officer.toString()))
                .body("items[0].readerKind", equalTo("STAFF"))
                .body("items[0].purpose", equalTo("APPLICATION_REVIEW"))
                .body("items[0].fields", contains("APPLICATION"))
                .body("items[0].resource.kind", equalTo("application"))
                .body("items[0].resource.id", equalTo(application.toString()))
                .body("items[0].at", equalTo("2026-11-22T02:00:00Z"));
    }

    @Test
    void hearsOfAReadingWhoseCustomerIsGone() {
        var gone = UUID.randomUUID();

        told("loan-service", "anju.customer.data-read.v1", gone, read(gone, UUID.randomUUID(), UUID.randomUUID()));

        assertEquals(0, count("SELECT count(*) FROM access_record WHERE customer_id = $1", gone));
    }

    private static Map<String, Object> read(UUID customer, UUID officer, UUID application) {
        return Map.of(
                "customerId",
                customer,
                "reader",
                officer,
                "readerKind",
                "STAFF",
                "purpose",
                "APPLICATION_REVIEW",
                "data",
                "APPLICATION",
                "resource",
                "/api/v1/staff/applications/" + application);
    }
}
