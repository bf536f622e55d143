package io.anju.loan.document;

import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.loan.Desk;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What space comes back, and what stays. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class ContentTidyingTest {

    Neighbours neighbours;

    @Inject
    ContentTidying tidying;

    @Inject
    DocumentsConfig config;

    @Inject
    DataSource database;

    private Desk desk;
    private UUID customer;
    private String application;
    private String document;

    @BeforeEach
    void aDraftWithADocument() {
        desk = new Desk(neighbours);
        customer = desk.customer();
        application = desk.draft(customer);
        document = desk.upload(customer, application, "INCOME_PROOF", Desk.PDF).path("id");
    }

    private Path file(String id) {
        return Path.of(config.directory(), id.substring(id.length() - 2), id);
    }

    private static int part(String id) {
        return HexFormat.fromHexDigits(id.substring(id.length() - 2));
    }

    private static void aged(Path file, Duration age) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }

    private void withdrawn(int days) throws SQLException {
        desk.as(customer)
                .post("/api/v1/applications/" + application + "/withdrawal")
                .then()
                .statusCode(200);
        write("update application set updated_at = now() - interval '%d days' where id = '%s'"
                .formatted(days, application));
    }

    @Test
    void documentsOfAWithdrawnApplicationGoAfterThirtyDays() throws Throwable {
        withdrawn(31);

        VertxContextSupport.subscribeAndAwait(tidying::letGo);

        assertFalse(Files.exists(file(document)));
        assertEquals(1, count("document where id = '" + document + "' and removed_at is not null and sealed_key = ''"));
        String documents = "/api/v1/applications/" + application + "/documents";
        desk.as(customer).get(documents).then().statusCode(200).body("items", hasSize(0));
        desk.as(customer).get(documents + "/" + document + "/content").then().statusCode(404);
    }

    @Test
    void notBefore() throws Throwable {
        withdrawn(29);

        VertxContextSupport.subscribeAndAwait(tidying::letGo);

        assertTrue(Files.exists(file(document)));
    }

    @Test
    void documentsOfAnErasedCustomerGoAtOnce() throws Throwable {
        desk.tell(
                "identity-service",
                "anju.customer.erased.v1",
                customer.toString(),
                "{\"customerId\":\"%s\",\"erasedAt\":\"2026-11-29T02:00:00Z\"}".formatted(customer));
        // Before those of other tests.
        write("update application set updated_at = '2020-01-01' where id = '" + application + "'");

        VertxContextSupport.subscribeAndAwait(tidying::letGo);

        assertFalse(Files.exists(file(document)));
        assertEquals(1, count("document where id = '" + document + "' and removed_at is not null"));
    }

    @Test
    void aFileThatNoRowSpeaksOfGoesAfterADay() throws Throwable {
        String stray = UUID.randomUUID().toString().substring(0, 34) + document.substring(34);
        String young = UUID.randomUUID().toString().substring(0, 34) + document.substring(34);
        Path broken = file(stray).resolveSibling(stray + ".part");
        Path other = file(stray).resolveSibling("README");
        for (Path made : new Path[] {file(stray), broken, other}) {
            Files.writeString(made, "x");
            aged(made, Duration.ofHours(25));
        }
        Files.writeString(file(young), "x");
        aged(file(young), Duration.ofHours(23));
        aged(file(document), Duration.ofHours(25));

        VertxContextSupport.subscribeAndAwait(() -> tidying.removeStrays(part(document)));

        assertFalse(Files.exists(file(stray)));
        assertFalse(Files.exists(broken));
        assertTrue(Files.exists(other), "it is none of ours");
        assertTrue(Files.exists(file(young)), "it may be on its way");
        assertTrue(Files.exists(file(document)));
        Files.delete(other);
        Files.delete(file(young));
    }

    @Test
    void aFileThatWasLeftWhenItsKeyWasForgottenGoesToo() throws Throwable {
        withdrawn(31);
        write("update document set sealed_key = '', removed_at = now() where id = '" + document + "'");
        aged(file(document), Duration.ofHours(25));

        VertxContextSupport.subscribeAndAwait(() -> tidying.removeStrays(part(document)));

        assertFalse(Files.exists(file(document)));
    }

    private void write(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String what) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + what)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
