package io.anju.loan.application.http;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import io.anju.loan.Desk;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a contract could not print stops at the door, where the borrower can mend it. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class PropertyCertificateTest {

    Neighbours neighbours;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(neighbours);
    }

    private ValidatableResponse begin(String number, String language) {
        return desk.as(desk.customer())
                .header("Accept-Language", language)
                .body("{\"product\":\"FIRST_HOME\",\"content\":" + Desk.CONTENT.formatted(number) + "}")
                .post("/api/v1/applications")
                .then();
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 须为不动产权证号", "en, must be a property certificate number"})
    void aCharacterThatNoFontHasIsRefusedWithItsFieldInBothLanguages(String language, String words) {
        begin("沪（2020）第\\ue0001号", language)
                .statusCode(400)
                .body("fields.field", contains("content.property.certificateNumber"))
                .body("fields.code", contains("PROPERTY_CERTIFICATE"))
                .body("fields[0].message", containsString(words));
    }

    @Test
    void nothingButWhatDoesNotShowIsNoNumber() {
        begin("\\u200b \\n\\u3000", "en").statusCode(400).body("fields.code", hasItem("NOT_BLANK"));
    }

    @Test
    void aChangeIsLookedAtAsTheBeginningIs() {
        var customer = desk.customer();
        String id = desk.draft(customer);

        desk.as(customer)
                .header("If-Match", "*")
                .body("{\"property\":{\"certificateNumber\":\"<b>1</b>\",\"address\":\"x\",\"price\":1}}")
                .patch("/api/v1/applications/" + id)
                .then()
                .statusCode(400)
                .body("fields.code", contains("PROPERTY_CERTIFICATE"));
    }
}
