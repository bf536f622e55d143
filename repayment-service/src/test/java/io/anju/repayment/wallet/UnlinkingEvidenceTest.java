package io.anju.repayment.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.anju.kit.http.Digests;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of a closing at each of its steps: to the evidence log, and to care-service for its messages. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class UnlinkingEvidenceTest {

    private static final String REPORT_GIVEN = "anju.wallet.report-given.v1";

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    UndoWindows windows;

    private Bank bank;
    private Holder holder;
    private UUID link;
    private Closer closer;

    @BeforeEach
    void begin() {
        bank = new Bank(neighbours, outside);
        holder = new Holder(neighbours, outside, UUID.randomUUID());
        holder.faults(new JsonObject());
        UUID loan = bank.firstLoan(holder.id());
        link = holder.link(loan, "wal-" + loan, true);
        holder.holds("wal-" + loan, 700_000, 120_000);
        closer = new Closer(holder, link, windows, transactions);
    }

    @Test
    void eachStepIsToldWithTheHashOfWhatWasShownAndNothingPersonal() {
        closer.settled();
        closer.post("/unlinking/undo").then().statusCode(200);

        // A loan of today has no history, so that its wallet was granted no limit.
        String shown = """
                impact 1
                own funds 700000
                next due 2026-12-22
                SCHEDULED_INSTALMENTS NOTHING_PAYS_BY_ITSELF 449045
                OUTSTANDING_BALANCE CREDIT_STAYS_OWED 120000
                BENEFITS NO_LIMIT_TO_LOSE 0
                CREDIT_RECORD RECORDED_AS_OWED_UNTIL_REPAID 120000
                """;
        for (String step : List.of("begun", "report-taken", "instalment-settled", "given-up")) {
            JsonNode told = neighbours.awaitEvent("anju.wallet.unlink-" + step + ".v1", link.toString());
            assertEquals(Digests.sha256Hex(shown), told.path("impactSha256").asText(), step);
            assertEquals(5, told.size(), told.toString());
        }
    }

    @Test
    void theReportThatWasHandedOutIsTheOneInEvidence() {
        closer.post("/unlinking").then().statusCode(200);
        byte[] paper = bank.getAs("application/pdf", holder.id(), closer.path("/report"))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        byte[] screen = holder.get(closer.path("/report"))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        Awaitility.await("both reports").until(() -> told(REPORT_GIVEN).size() == 2);
        assertEquals(
                Set.of(Digests.sha256Hex(paper), Digests.sha256Hex(screen)),
                told(REPORT_GIVEN).stream()
                        .map(event -> event.path("data").path("sha256").asText())
                        .collect(Collectors.toSet()));
    }

    /** A step that is done again, and a report that is read for no closing. */
    @Test
    void whatChangesNothingIsNotTold() {
        holder.get(closer.path("/report")).then().statusCode(200);
        closer.settled();
        closer.post("/unlinking/report-receipt").then().statusCode(200);
        closer.post("/unlinking/settlement").then().statusCode(200);
        closer.post("/unlinking/undo").then().statusCode(200);

        // Of one link everything arrives in order: what comes last shows that nothing else is on its way.
        neighbours.awaitEvent("anju.wallet.unlink-given-up.v1", link.toString());
        assertEquals(0, told(REPORT_GIVEN).size());
        for (String step : List.of("begun", "report-taken", "instalment-settled")) {
            assertEquals(1, told("anju.wallet.unlink-" + step + ".v1").size(), step);
        }
    }

    /** Of this link; the evidence log and care-service hear some of them both. */
    private List<JsonNode> told(String type) {
        return neighbours.told(type).stream()
                .filter(event -> event.path("subject").asText().equals(link.toString()))
                .collect(Collectors.toMap(event -> event.path("id").asText(), event -> event, (one, again) -> one))
                .values()
                .stream()
                .toList();
    }
}
