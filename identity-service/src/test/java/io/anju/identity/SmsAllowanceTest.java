package io.anju.identity;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Codes to one phone: what strangers ask for and what its own account asks for are counted apart. */
@QuarkusTest
class SmsAllowanceTest extends IdentityTestBase {

    private static final int PER_DAY = 20;

    @Test
    void aStrangerUsesUpNoCodesOfASignedInCustomer() {
        var customer = person().verified();
        for (int sent = 1; sent < PER_DAY; sent++) {
            letTheNextCodeBeSent();
            signIn(customer).then().statusCode(201);
        }
        letTheNextCodeBeSent();
        signIn(customer).then().statusCode(429).body("code", equalTo("SMS_CAP_REACHED"));

        verification(customer).then().statusCode(201);
    }

    @Test
    void theAccountHasAnAllowanceOfItsOwn() {
        var customer = person().verified();
        for (int sent = 0; sent < PER_DAY; sent++) {
            letTheNextCodeBeSent();
            verification(customer).then().statusCode(201);
        }
        letTheNextCodeBeSent();

        verification(customer).then().statusCode(429).body("code", equalTo("SMS_CAP_REACHED"));
        signIn(customer).then().statusCode(201);
    }

    @Test
    void oneCodeAMinuteWhateverAStrangerAsksItFor() {
        var somebody = person();
        registration(somebody).then().statusCode(201);

        signIn(somebody).then().statusCode(429).body("code", equalTo("SMS_SENT_JUST_NOW"));
        registration(somebody).then().statusCode(429);
        letTheNextCodeBeSent();
        signIn(somebody).then().statusCode(201);
        registration(somebody).then().statusCode(429);
    }

    @Test
    void aStrangersCodeHoldsUpNoneOfTheAccounts() {
        var customer = person().verified();
        letTheNextCodeBeSent();
        signIn(customer).then().statusCode(201);

        verification(customer).then().statusCode(201);
    }

    private static Response registration(TestPerson person) {
        return TestPerson.anonymous().body(Map.of("phone", person.phone)).post("/api/v1/registrations");
    }

    private static Response signIn(TestPerson person) {
        return TestPerson.anonymous()
                .body(Map.of("method", "SMS", "phone", person.phone))
                .post("/api/v1/sign-ins");
    }

    private static Response verification(TestPerson customer) {
        return customer.openVerification("card.bind", "/api/v1/cards", "repayment-service", "{}", "SMS");
    }
}
