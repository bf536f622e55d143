package io.anju.repayment.spread;

import static org.hamcrest.Matchers.equalTo;

import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule that is not decided by two, or not for anybody, or beside another. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class SpreadBatchRefusalTest extends SpreadBatchTestBase {

    @Test
    void nobodyDecidesAloneOrTwiceOrWithoutASecondKey() {
        lend(product, "0.0055");
        String batch = propose(rule()).statusCode(201).extract().path("id");

        decide(batch, officer, true).statusCode(403).body("code", equalTo("SAME_PERSON"));
        staff(approver, "approver")
                .body(new JsonObject().put("approved", true).encode())
                .post(PATH + "/" + batch + "/decision")
                .then()
                .statusCode(401);
        decide(batch, approver, false).statusCode(200).body("state", equalTo("DECLINED"));
        decide(batch, approver, true).statusCode(409).body("code", equalTo("SPREAD_BATCH_DECIDED"));
        decide(UUID.randomUUID().toString(), approver, true).statusCode(404);
        Stream.of("teller", "customer")
                .forEach(role -> staff(officer, role).get(PATH).then().statusCode(403));
    }

    @Test
    void oneBatchAtATimeIsUnderWay() {
        lend(product, "0.0055");
        String first = propose(rule()).statusCode(201).extract().path("id");
        String second = propose(rule()).statusCode(201).extract().path("id");
        decide(first, approver, true).statusCode(200);

        decide(second, approver, true).statusCode(409).body("batch", equalTo(first));

        round();
        bank.today(DAY);
        bank.run(DAY);
        round();
        // Its day is over by now.
        decide(second, approver, true).statusCode(422).body("code", equalTo("SPREAD_BATCH_DAY_NOT_AHEAD"));
        decide(second, approver, false).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"effective", "startedBefore"})
    void refusesADateThatNobodyMeans(String field) {
        for (String date : List.of("+6000000-01-01", "+11761246-01-01")) {
            propose(rule().put(field, date))
                    .statusCode(400)
                    .body("fields[0].field", equalTo(field))
                    .body("fields[0].code", equalTo("CIVIL_DATE"));
        }
    }

    @Test
    void refusesARuleThatIsForNobodyOrTooLowOrNotAhead() {
        lend(product, "0.0055");

        propose(rule().put("to", "-0.0031")).statusCode(422).body("code", equalTo("SPREAD_BATCH_TOO_LOW"));
        propose(rule().put("effective", "2026-11-22"))
                .statusCode(422)
                .body("code", equalTo("SPREAD_BATCH_DAY_NOT_AHEAD"));
        propose(rule().put("above", "0.0055")).statusCode(422).body("code", equalTo("SPREAD_BATCH_EMPTY"));
        propose(rule().put("startedBefore", "2026-11-22")).statusCode(422);
        propose(rule().put("referenceRate", "LPR_1Y")).statusCode(422);
        propose(rule().put("above", "2")).statusCode(400);
        propose(rule().putNull("products")).statusCode(400);
    }
}
