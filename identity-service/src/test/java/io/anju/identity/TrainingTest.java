package io.anju.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Personal data is read by those whose training is not too old. */
@QuarkusTest
class TrainingTest extends AuthorityTestBase {

    @Test
    void complianceRecordsTrainingsAndGivesNoRights() {
        proposing(compliance, employ("friend " + UUID.randomUUID(), "teller"))
                .then()
                .statusCode(403)
                .body("code", equalTo("CHANGE_NOT_FOR_ROLE"));
    }

    @Test
    void lapsedTrainingTakesThePersonalDataOutOfNewTokensAndSaysSo() {
        var member = employed("teller");
        member.refreshWith(member.refreshToken).then().body("scope", equalTo("anju personal-data"));
        sql(
                "UPDATE staff_member SET trained_until = $2 WHERE id = $1",
                member.id,
                LocalDate.now(io.anju.kit.time.BusinessClock.ZONE).minusDays(1));

        Response signedIn = member.signInByPasskey();
        signedIn.then().statusCode(200).body("scope", equalTo("anju")).body("notice", equalTo("TRAINING_LAPSED"));
        member.hold(signedIn.jsonPath());
        member.refreshWith(member.refreshToken).then().body("scope", equalTo("anju"));
        auditor.request().get("/api/v1/staff/members/" + member.id).then().body("readsPersonalData", equalTo(false));

        Response proposed = propose(
                compliance, Map.of("kind", "RECORD_TRAINING", "memberId", member.id, "trainedUntil", NEXT_YEAR));
        approve(admin, proposed.path("id")).then().statusCode(200);
        member.signInByPasskey()
                .then()
                .body("scope", equalTo("anju personal-data"))
                .body("notice", nullValue());
    }

    @Test
    void aTrainingCountsForTwoYearsAtMost() {
        var tooLong = new java.util.HashMap<>(employ("expert " + UUID.randomUUID(), "teller"));
        tooLong.put("trainedUntil", LocalDate.now().plusYears(3).toString());

        proposing(admin, tooLong).then().statusCode(422).body("code", equalTo("TRAINING_DATE_NOT_GOOD"));
    }
}
