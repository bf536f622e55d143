package io.anju.loan.underwriting;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.loan.Desk;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The checks of one application, and what holds up which. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class ChecksTest {

    Neighbours neighbours;

    @Inject
    DataSource database;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(neighbours);
    }

    @Test
    void aConsentThatIsWithdrawnBeforeTheBureauIsAskedSendsTheCaseBackToTheBorrower() {
        var customer = UUID.randomUUID();
        desk.consent(customer, true);
        String id = desk.complete(customer);
        desk.submit(customer, id).then().statusCode(200);
        // identity-service does not know the person yet: the check is tried again and again.
        desk.awaitState(customer, id, "CHECKING");

        desk.consent(customer, false);

        desk.awaitState(customer, id, "MORE_INFORMATION_NEEDED");
        var told = neighbours.awaitEvent("anju.application.information-requested.v1", id);
        assertEquals(customer.toString(), told.path("customerId").asText());
        desk.as(customer).get("/api/v1/applications/" + id).then().body("requests[0]", containsString("CREDIT_CHECK"));
        desk.as(customer)
                .get("/api/v1/applications/" + id + "/timeline")
                .then()
                .body("items.reason", hasItem("CONSENT_WITHDRAWN"));
        desk.submit(customer, id).then().statusCode(409).body("code", equalTo("CREDIT_CHECK_CONSENT_MISSING"));
        desk.consent(customer, true);
        desk.submit(customer, id).then().statusCode(200);
    }

    @Test
    void aCaseThatCannotBeCheckedHoldsUpNoOther() throws SQLException {
        var customer = desk.customer();
        // Before every other in the queue.
        String broken = "00000000" + UUID.randomUUID().toString().substring(8);
        String draft = desk.draft(customer);
        write("""
                insert into application (id, customer_id, product, product_version, state, version, facts, state_data,
                                         principal, created_at, updated_at)
                select '%s', customer_id, product, product_version, 'SUBMITTED', 1, 'x', '{}', 1, created_at, updated_at
                from application where id = '%s'
                """.formatted(broken, draft));
        try {
            desk.inReview(desk.customer());
        } finally {
            write("update application set state = 'WITHDRAWN', erased_at = now() where id = '" + broken + "'");
        }
    }

    private void write(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
