package io.anju.care.permit;

import io.anju.care.CareTestBase;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A vetted agency, a customer with consent to marketing calls, and the agency's name for that customer. */
public abstract class PermitTestBase extends CareTestBase {

    protected static final String PERMITS = "/api/v1/agency/contact-permits";
    protected static final String MARKETING = "MARKETING";
    protected static final String COLLECTION = "COLLECTION";

    /** Gave the agency its names for customers. */
    protected final UUID referenceIssuer = UUID.randomUUID();

    String agency;
    UUID agencyId;
    String reference;

    @BeforeEach
    void vettedAgencyAndConsentingCustomer() {
        numberOf(customer, customer.toString());
        agency = "agency-" + UUID.randomUUID();
        agencyId = vettedAgency(agency);
        reference = reference(agencyId);
        consent(true);
    }

    /** What identity knows of the customer. */
    protected void numberOf(UUID customer, String phone) {
        neighbours.answer("/internal/customers/" + customer + "/contact", "{\"phone\":\"%s\"}".formatted(phone));
    }

    UUID vettedAgency(String client) {
        var proposal = """
                {"clientId":"%s","name":"Calls & Co.","purposes":["MARKETING","COLLECTION"],
                 "licenceUntil":"2099-12-31","confidentialityUntil":"2099-12-31","trainingUntil":"2099-12-31"}
                """;
        String id = asStaff(UUID.randomUUID(), "compliance")
                .body(proposal.formatted(client))
                .post("/api/v1/staff/agencies")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        asStaff(UUID.randomUUID(), "compliance")
                .post("/api/v1/staff/agencies/" + id + "/vetting")
                .then()
                .statusCode(200);
        return UUID.fromString(id);
    }

    String reference(UUID agencyId) {
        return reference(agencyId, customer);
    }

    String reference(UUID agencyId, UUID customer) {
        return asStaff(referenceIssuer, "compliance")
                .body("{\"customerId\":\"%s\",\"campaign\":\"autumn\"}".formatted(customer))
                .post("/api/v1/staff/agencies/" + agencyId + "/customer-references")
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
    }

    void consent(boolean granted) {
        told(
                "identity-service",
                "anju.customer.consent-changed.v1",
                "\"purpose\":\"MARKETING\",\"channel\":\"CALL\",\"granted\":%s,\"receiptId\":\"r\"".formatted(granted));
    }

    protected ValidatableResponse ask(String purpose, String channel, String plannedAt) {
        return ask(agency, reference, purpose, channel, plannedAt);
    }

    protected ValidatableResponse ask(
            String client, String reference, String purpose, String channel, String plannedAt) {
        return askFor("autumn", client, reference, purpose, channel, plannedAt);
    }

    ValidatableResponse askFor(
            String campaign, String client, String reference, String purpose, String channel, String plannedAt) {
        var body =
                "{\"customer\":\"%s\",\"purpose\":\"%s\",\"channel\":\"%s\",\"campaign\":\"%s\",\"plannedAt\":\"%s\"}";
        return with(neighbours.tokens().agency(client))
                .body(body.formatted(reference, purpose, channel, campaign, plannedAt))
                .post(PERMITS)
                .then();
    }

    /** An hour of tomorrow, on the customer's clock. */
    protected static String tomorrowAt(int hour) {
        var zone = ZoneId.of("Asia/Shanghai");
        return LocalDate.now(zone)
                .plusDays(1)
                .atTime(LocalTime.of(hour, 0))
                .atZone(zone)
                .toOffsetDateTime()
                .toString();
    }
}
