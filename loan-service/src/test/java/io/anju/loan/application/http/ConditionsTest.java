package io.anju.loan.application.http;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.loan.Desk;
import io.anju.loan.product.OtherConditions;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a tranche agrees on beside its price goes from the product version into the approval, and from there to all. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class ConditionsTest {

    private static final String DEFAULT = """
            {"conventions":{"frequency":"MONTHLY","firstPeriod":"ACTUAL_DAYS","splitPeriod":"ACTUAL_DAYS","dayCount":"ACT_360"},
             "late":{"multiplier":"1.5","graceDays":3,"dayCount":"ACT_360","compound":true,"holidays":"GRACE_MOVES"},
             "prepayment":{"minimum":100000,"compensationMonths":0,"compensationShare":"0"},
             "partCollection":true,"repricingDay":"JANUARY"}
            """;
    private static final String OTHER = """
            {"conventions":{"frequency":"MONTHLY","firstPeriod":"WHOLE_MONTHS_AND_DAYS","splitPeriod":"SHARE_OF_PERIOD","dayCount":"ACT_360"},
             "late":{"multiplier":"1.3","graceDays":0,"dayCount":"ACT_365","compound":false,"holidays":"DUE_DATE_MOVES"},
             "prepayment":{"minimum":500000,"compensationMonths":12,"compensationShare":"0.01"},
             "partCollection":false,"repricingDay":"START"}
            """;

    Neighbours neighbours;

    @Inject
    Pool pool;

    private Desk desk;
    private UUID customer;

    @BeforeEach
    void open() {
        desk = new Desk(neighbours);
        customer = desk.customer();
    }

    @Test
    void areToldWithTheApprovalAndWithTheOrderToPayOut() throws Exception {
        String application = desk.approved(desk.inReview(customer));
        desk.released(customer, application, UUID.randomUUID());

        assertEquals(json(DEFAULT), told("anju.loan.approved.v1", application));
        assertEquals(json(DEFAULT), told("anju.loan.disbursement-ordered.v1", application));
    }

    @Test
    void areThoseOfTheVersionThatTheApplicationWasMadeUnder() throws Exception {
        OtherConditions.insert(pool);
        String application = desk.inReview(customer);
        run("UPDATE application SET product_version = " + OtherConditions.VERSION + " WHERE id = $1", application);

        desk.approved(application);
        desk.released(customer, application, UUID.randomUUID());

        assertEquals(json(OTHER), told("anju.loan.approved.v1", application));
        assertEquals(json(OTHER), told("anju.loan.disbursement-ordered.v1", application));
        desk.as(customer)
                .get("/api/v1/applications/" + application)
                .then()
                .body("terms.tranches[0].conditions.late.multiplier", equalTo("1.3"));
    }

    @Test
    void ofAnApprovalFromBeforeThemAreTheDefault() throws Exception {
        String application = desk.approved(desk.inReview(customer));
        run(
                "UPDATE application SET state_data = (state_data::jsonb #- '{approval,tranches,0,conditions}')::text WHERE id = $1",
                application);

        desk.released(customer, application, UUID.randomUUID());

        assertEquals(json(DEFAULT), told("anju.loan.disbursement-ordered.v1", application));
    }

    @Test
    void ofAnApprovalFromBeforeTheRepricingDayAreRepricedInJanuary() throws Exception {
        String application = desk.approved(desk.inReview(customer));
        run(
                "UPDATE application SET state_data = (state_data::jsonb #- '{approval,tranches,0,conditions,repricingDay}')::text WHERE id = $1",
                application);

        desk.released(customer, application, UUID.randomUUID());

        assertEquals(json(DEFAULT), told("anju.loan.disbursement-ordered.v1", application));
    }

    private void run(String sql, String application) {
        pool.preparedQuery(sql)
                .execute(Tuple.of(UUID.fromString(application)))
                .await()
                .indefinitely();
    }

    private JsonNode told(String type, String application) {
        return neighbours.awaitEvent(type, application).at("/tranches/0/conditions");
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
