package io.anju.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.tx.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** A service whose keys at rest are all wrapped by a KMS. */
@QuarkusTest
@WithTestResource(KmsEnvironment.class)
class KeysFromKmsTest {

    @Inject
    Transactions transactions;

    @Test
    void itStartsPublishesKeysThatTheUnwrappedMasterKeySealedAndEncryptsFields() {
        given().get("/.well-known/jwks.json").then().statusCode(200).body("keys", hasSize(1));
        var sealedBy = transactions
                .run(tx -> tx.select("select sealed_by from signing_key"))
                .await()
                .indefinitely()
                .getFirst()[0];
        // The beginning of the SHA-256 of the words "anju master key" and 32 bytes of nothing, as Python reckons it.
        assertEquals("591befe288e98a4e", sealedBy);

        given().contentType(ContentType.JSON)
                .body("{\"phone\":\"13811110001\"}")
                .post("/api/v1/registrations")
                .then()
                .statusCode(201);
    }
}
