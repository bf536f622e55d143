package io.anju.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Real names: proved, kept sealed, handed over on record. */
@QuarkusTest
class RealNameOverHttpTest extends IdentityTestBase {

    @Test
    void refusesANumberWithAMistakeBeforeAnybodyIsAsked() {
        person().registered()
                .checkRealName("张三", "110105194912310021")
                .then()
                .statusCode(422)
                .body("code", equalTo("ID_NUMBER_CHECK_WRONG"));
    }

    @Test
    void takesTheRegistrysNo() {
        person().registered()
                .checkRealName("不符", TestPerson.newIdNumber())
                .then()
                .statusCode(422)
                .body("code", equalTo("REAL_NAME_NOT_CONFIRMED"));
    }

    @Test
    void aMatchThatNamesNoComparisonOfTheFaceIsNoAnswerAndCountsAgainstNobody() {
        var customer = person().registered();

        for (int i = 0; i < 6; i++) {
            customer.checkRealName("张无照", TestPerson.newIdNumber()).then().statusCode(503);
        }
        assertEquals(0, count("SELECT count(*) FROM real_name WHERE customer_id = $1", customer.id));
        customer.checkRealName("张三", TestPerson.newIdNumber()).then().statusCode(200);
    }

    @Test
    void asksTheRegistryForNoBlankName() {
        var customer = person().registered();

        refusesBlanks("name", blank -> customer.checkRealName(blank, TestPerson.newIdNumber()));
    }

    @Test
    void asksTheRegistryForNoNameThatAContractCouldNotShow() {
        var customer = person().registered();

        for (String name : List.of("张\ue000三", "张\u200b三", "张\n三")) {
            customer.checkRealName(name, TestPerson.newIdNumber())
                    .then()
                    .statusCode(400)
                    .body("fields[0].field", equalTo("name"))
                    .body("fields[0].code", equalTo("PRINTABLE"));
        }
        customer.checkRealName("阿迪力·䶮", TestPerson.newIdNumber()).then().statusCode(200);
    }

    @Test
    void oneNumberIsOnePerson() {
        String number = TestPerson.newIdNumber();
        person().registered().checkRealName("张三", number).then().statusCode(200);

        person().registered()
                .checkRealName("张三", number)
                .then()
                .statusCode(409)
                .body("code", equalTo("ID_NUMBER_TAKEN"));
    }

    @Test
    void isAskedOnce() {
        person().verified()
                .checkRealName("李四", TestPerson.newIdNumber())
                .then()
                .statusCode(409)
                .body("code", equalTo("REAL_NAME_VERIFIED_ALREADY"));
    }

    @Test
    void aNameThatTheRegistryHasOtherwiseIsCorrectedForTheSameNumberOnly() {
        var customer = person().bound();

        customer.checkRealName("李四", TestPerson.newIdNumber()).then().statusCode(409);
        customer.checkRealName("不符", customer.idNumber).then().statusCode(422);
        customer.checkRealName("李四", customer.idNumber).then().statusCode(200).body("level", equalTo("L3"));

        customer.request().get("/api/v1/me").then().body("realName.name", equalTo("李*"));
        assertEquals(
                1,
                count(
                        "SELECT count(*) FROM real_name WHERE customer_id = $1 AND corrected_at > checked_at",
                        customer.id));
    }

    @Test
    void showsTheOwnerMaskedDataOnly() {
        var customer = person().verified();

        customer.request()
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("realName.name", equalTo("张*"))
                .body("phone", equalTo(customer.phone.substring(0, 3) + "****" + customer.phone.substring(7)));
    }

    @Test
    void keepsNothingInClear() {
        var customer = person().verified();

        assertEquals(
                0,
                count(
                        "SELECT count(*) FROM real_name WHERE customer_id = $1 AND (position(convert_to('张三', 'UTF8') in name_sealed) > 0)",
                        customer.id));
    }

    @Test
    void handsThePartyToContractServiceAndShowsTheCustomerThatItDid() {
        var customer = person().verified();

        given().auth()
                .oauth2(new TestClient("contract-service").token("identity-service"))
                .get("/internal/customers/" + customer.id + "/party?purpose=CONTRACT")
                .then()
                .statusCode(200)
                .body("name", equalTo("张三"))
                .body("phone", equalTo(customer.phone));
        customer.request()
                .get("/api/v1/me/access-records")
                .then()
                .body("items", hasSize(1))
                .body("items[0].reader", equalTo("contract-service"))
                .body("items[0].purpose", equalTo("CONTRACT"));
    }

    @Test
    void handsThePartyToAServiceThatActsForThisCustomerAndForNoOther() {
        var customer = person().verified();
        var other = person().verified();
        String onBehalf = new TestClient("repayment-service")
                .exchange(customer.accessToken, "identity-service")
                .path("access_token");
        String party = "/internal/customers/%s/party?purpose=CARD_BINDING";

        given().auth()
                .oauth2(onBehalf)
                .get(party.formatted(customer.id))
                .then()
                .statusCode(200)
                .body("name", equalTo("张三"));
        given().auth().oauth2(onBehalf).get(party.formatted(other.id)).then().statusCode(404);
        customer.request().get(party.formatted(customer.id)).then().statusCode(403);
        customer.request()
                .get("/api/v1/me/access-records")
                .then()
                .body("items.reader", equalTo(List.of("repayment-service")));
    }

    @Test
    void handsOverNothingForAnotherPurposeOrToAnotherReader() {
        var customer = person().verified();
        String path = "/internal/customers/" + customer.id;
        String care = new TestClient("care-service").token("identity-service");

        given().auth().oauth2(care).get(path + "/party?purpose=CONTRACT").then().statusCode(403);
        given().auth()
                .oauth2(care)
                .get(path + "/contact?purpose=SERVICE")
                .then()
                .statusCode(200)
                .body("phone", equalTo(customer.phone))
                .body("$", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasKey("idNumber")));
        customer.request().get("/api/v1/me/access-records").then().body("items", hasSize(1));
    }

    @Test
    void handsOverNothingWhereThePurposeKnowsNoneOfWhatIsAsked() {
        var customer = person().verified();
        customer.decide("CREDIT_CHECK", "", "GRANTED").then().statusCode(201);

        given().auth()
                .oauth2(new TestClient("loan-service").token("identity-service"))
                .get("/internal/customers/" + customer.id + "/contact?purpose=CREDIT_CHECK")
                .then()
                .statusCode(403)
                .body("code", equalTo("DISCLOSURE_NOT_GRANTED"));
    }
}
