package io.anju.loan.document.http;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.loan.Desk;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A disk on which too little is free: an upload is told so, and nothing of it stays. */
@QuarkusTest
@TestProfile(FullDiskTest.NothingFree.class)
@WithTestResource(AnjuEnvironment.class)
class FullDiskTest {

    private static final Path FOLDER = Path.of("target/documents-of-a-full-disk");

    /** An upload has to leave free what no disk has. */
    public static final class NothingFree implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "anju.documents.min-free-bytes", String.valueOf(Long.MAX_VALUE),
                    "anju.documents.directory", FOLDER.toString());
        }
    }

    Neighbours neighbours;

    @Test
    void anUploadIsToldThatThereIsNoRoomAndTheCustomersSpaceStaysFree() throws IOException {
        var desk = new Desk(neighbours);
        var customer = desk.customer();
        String id = desk.draft(customer);

        for (var content : new byte[][] {Desk.PDF, Arrays.copyOf(Desk.PDF, 4 << 20)}) {
            desk.upload(customer, id, "INCOME_PROOF", content)
                    .then()
                    .statusCode(507)
                    .contentType("application/problem+json")
                    .body("code", equalTo("DOCUMENT_STORE_FULL"))
                    .body("title", not(empty()));
        }

        desk.as(customer)
                .get("/api/v1/applications/" + id + "/documents")
                .then()
                .statusCode(200)
                .body("items", empty());
        try (var files = Files.walk(FOLDER)) {
            assertEquals(0, files.filter(Files::isRegularFile).count());
        }
        assertTrue(desk.as(customer).get("/api/v1/applications/" + id).statusCode() == 200);
    }
}
