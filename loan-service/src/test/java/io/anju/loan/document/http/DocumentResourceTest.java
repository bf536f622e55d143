package io.anju.loan.document.http;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.loan.Desk;
import io.anju.loan.document.DocumentsConfig;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class DocumentResourceTest {

    Neighbours neighbours;

    @Inject
    DocumentsConfig config;

    @Inject
    DataSource database;

    private Desk desk;
    private UUID customer;
    private String application;

    @BeforeEach
    void draft() {
        desk = new Desk(neighbours);
        customer = desk.customer();
        application = desk.draft(customer);
    }

    private String path() {
        return "/api/v1/applications/" + application + "/documents";
    }

    private static byte[] pdf(int size) {
        byte[] content = new byte[size];
        new Random(7).nextBytes(content);
        System.arraycopy(Desk.PDF, 0, content, 0, Desk.PDF.length);
        return content;
    }

    @Test
    void comesBackAsItWasSent() {
        byte[] sent = pdf(3_000_000);
        String id = desk.upload(customer, application, "INCOME_PROOF", sent)
                .then()
                .statusCode(201)
                .body("contentType", equalTo("application/pdf"))
                .body("size", equalTo(sent.length))
                .extract()
                .path("id");

        byte[] read = desk.as(customer)
                .get(path() + "/" + id + "/content")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        assertArrayEquals(sent, read);
        desk.as(customer).get(path()).then().body("items.id", contains(id));
    }

    @Test
    void isFoundAtTheAddressThatTheUploadAnsweredWithByItsOwnerAlone() {
        var uploaded = desk.upload(customer, application, "INCOME_PROOF", Desk.PDF)
                .then()
                .statusCode(201)
                .extract();
        String location = uploaded.header("Location");

        desk.as(customer)
                .get(location)
                .then()
                .statusCode(200)
                .body("id", equalTo(uploaded.path("id")))
                .body("kind", equalTo("INCOME_PROOF"));
        desk.as(desk.customer()).get(location).then().statusCode(404);
        desk.as(customer).get(path() + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void liesEncryptedOnDisk() throws IOException {
        byte[] sent = pdf(200_000);
        System.arraycopy("SECRET-INCOME-41000".getBytes(StandardCharsets.US_ASCII), 0, sent, 1000, 19);
        String id = desk.upload(customer, application, "INCOME_PROOF", sent).path("id");

        Path file = Path.of(config.directory(), id.substring(id.length() - 2), id);
        byte[] stored = Files.readAllBytes(file);
        var text = new String(stored, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("SECRET-INCOME"));
        assertFalse(text.contains("%PDF"));
        assertTrue(stored.length > sent.length);
    }

    @Test
    void isToldByItsContentAndNotByItsName() {
        desk.upload(customer, application, "INCOME_PROOF", "MZ this is a program".getBytes(StandardCharsets.US_ASCII))
                .then()
                .statusCode(415)
                .body("code", equalTo("DOCUMENT_TYPE_REFUSED"));
        desk.as(customer).get(path()).then().body("items", hasSize(0));
    }

    @Test
    void isRefusedWhenItIsTooLarge() throws IOException {
        long before = files();
        byte[] content = Arrays.copyOf(Desk.PDF, (int) config.maxBytes() + 1);

        desk.upload(customer, application, "INCOME_PROOF", content)
                .then()
                .statusCode(413)
                .body("code", equalTo("DOCUMENT_TOO_LARGE"));

        assertEquals(before, files());
    }

    private long files() throws IOException {
        Path folder = Path.of(config.directory());
        if (!Files.exists(folder)) {
            return 0;
        }
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void isTakenOnceHoweverOftenItIsSent() throws IOException {
        String first = desk.upload(customer, application, "INCOME_PROOF", pdf(1000))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        long before = files();

        desk.upload(customer, application, "INCOME_PROOF", pdf(1000))
                .then()
                .statusCode(200)
                .body("id", equalTo(first));
        assertEquals(before, files());
    }

    @Test
    void isHiddenFromOthers() {
        String id = desk.upload(customer, application, "INCOME_PROOF", Desk.PDF).path("id");
        var other = desk.customer();

        desk.as(other).get(path()).then().statusCode(404);
        desk.as(other).get(path() + "/" + id + "/content").then().statusCode(404);
        desk.upload(other, application, "INCOME_PROOF", Desk.PDF).then().statusCode(404);
        desk.as(UUID.randomUUID(), "loan-officer").get(path()).then().statusCode(404);
    }

    @Test
    void isReadByTheOfficerWhoClaimedTheCaseAndTheReadingIsRecorded() throws SQLException {
        var borrower = desk.customer();
        String id = desk.inReview(borrower);
        var officer = UUID.randomUUID();
        String documents = "/api/v1/applications/" + id + "/documents";
        desk.as(officer, "loan-officer").get(documents).then().statusCode(404);

        desk.as(officer, "loan-officer")
                .post("/api/v1/staff/applications/" + id + "/claim")
                .then()
                .statusCode(200);
        String document = desk.as(officer, "loan-officer")
                .get(documents)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        desk.as(officer, "loan-officer")
                .get(documents + "/" + document + "/content")
                .then()
                .statusCode(200);

        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select reader_role from document_reading where document_id = ?::uuid and reader = ?::uuid")) {
            statement.setString(1, document);
            statement.setString(2, officer.toString());
            var row = statement.executeQuery();
            assertTrue(row.next());
            assertEquals("OFFICER", row.getString(1));
        }
    }

    @Test
    void isNotTakenAfterTheSubmission() {
        var borrower = desk.customer();
        String id = desk.complete(borrower);
        desk.submit(borrower, id).then().statusCode(200);

        desk.upload(borrower, id, "OTHER", Desk.PDF)
                .then()
                .statusCode(409)
                .body("code", equalTo("NO_DOCUMENTS_IN_STATE"));
    }

    @Test
    void isNotTakenWhenTheApplicationIsHandedInDuringTheUpload() throws Exception {
        var borrower = desk.customer();
        String id = desk.complete(borrower);
        long before = files();
        try (var upload = begin(borrower, id)) {
            awaitBegun(1);

            desk.submit(borrower, id).then().statusCode(200);
            upload.end("late");

            String answer = upload.answer();
            assertTrue(answer.startsWith("HTTP/1.1 409 "), answer);
            assertTrue(answer.contains("NO_DOCUMENTS_IN_STATE"), answer);
        }
        assertEquals(before, files());
        assertEquals(2, documentsOf(id));
    }

    @Test
    void isTakenUpToTheLimitHoweverManyComeAtOnce() throws Exception {
        for (int i = 1; i < config.maxPerApplication(); i++) {
            desk.upload(customer, application, "OTHER", ("%PDF-1.7 " + i).getBytes(StandardCharsets.US_ASCII))
                    .then()
                    .statusCode(201);
        }
        long before = files();
        try (var one = begin(customer, application);
                var other = begin(customer, application)) {
            awaitBegun(2);

            one.end("one");
            other.end("other");

            assertEquals(
                    List.of("HTTP/1.1 201", "HTTP/1.1 409"),
                    Stream.of(one.answer(), other.answer())
                            .map(answer -> answer.substring(0, 12))
                            .sorted()
                            .toList());
        }
        assertEquals(before + 1, files());
        assertEquals(config.maxPerApplication(), documentsOf(application));
    }

    private SlowUpload begin(UUID borrower, String id) throws IOException {
        return new SlowUpload(
                RestAssured.port,
                "/api/v1/applications/" + id + "/documents?kind=OTHER",
                neighbours.tokens().customer(borrower));
    }

    /** What has been admitted is being written. */
    private void awaitBegun(int uploads) {
        Awaitility.await().until(() -> partial() == uploads);
    }

    private long partial() throws IOException {
        try (var all = Files.walk(Path.of(config.directory()))) {
            return all.filter(file -> file.toString().endsWith(".part")).count();
        }
    }

    private int documentsOf(String id) throws SQLException {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("select count(*) from document where application_id = ?::uuid")) {
            statement.setString(1, id);
            var row = statement.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }
}
