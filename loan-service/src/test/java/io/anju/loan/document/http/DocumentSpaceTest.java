package io.anju.loan.document.http;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.loan.Desk;
import io.anju.loan.document.DocumentsConfig;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All that a customer keeps here has a bound; in these tests 10 MiB, and 4 MiB for one document. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class DocumentSpaceTest {

    private static final int MIB = 1 << 20;

    Neighbours neighbours;

    @Inject
    DocumentsConfig config;

    @Inject
    DataSource database;

    private Desk desk;
    private UUID customer;

    @BeforeEach
    void open() {
        desk = new Desk(neighbours);
        customer = desk.customer();
    }

    /** Each of another content. */
    private ValidatableResponse upload(String application, String kind, int bytes) {
        return desk.upload(customer, application, kind, Arrays.copyOf(Desk.PDF, bytes))
                .then();
    }

    @Test
    void isSharedByAllApplicationsOfACustomer() {
        assertEquals(10 * MIB, config.maxBytesPerCustomer());
        String first = desk.draft(customer);
        String second = desk.draft(customer);
        upload(first, "INCOME_PROOF", 4 * MIB).statusCode(201);
        upload(second, "INCOME_PROOF", 4 * MIB).statusCode(201);

        // 2 MiB are left.
        upload(second, "OTHER", 2 * MIB + 1)
                .statusCode(409)
                .body("code", equalTo("DOCUMENT_SPACE_USED"))
                .body("maximum", equalTo(10 * MIB));
        upload(second, "OTHER", 2 * MIB).statusCode(201);
        upload(first, "OTHER", 100).statusCode(409).body("code", equalTo("DOCUMENT_SPACE_USED"));

        customer = desk.customer();
        upload(desk.draft(customer), "INCOME_PROOF", 4 * MIB).statusCode(201);
    }

    @Test
    void comesBackWithTheWithdrawnDocumentsRemoval() throws SQLException {
        String first = desk.draft(customer);
        upload(first, "INCOME_PROOF", 4 * MIB).statusCode(201);
        upload(first, "ASSET_PROOF", 4 * MIB).statusCode(201);
        upload(first, "OTHER", 2 * MIB).statusCode(201);
        desk.as(customer)
                .post("/api/v1/applications/" + first + "/withdrawal")
                .then()
                .statusCode(200);
        String second = desk.draft(customer);

        upload(second, "INCOME_PROOF", 100).statusCode(409);

        write("update document set sealed_key = '', removed_at = now() where application_id = '" + first + "'");
        upload(second, "INCOME_PROOF", 100).statusCode(201);
    }

    private void write(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
