package io.anju.repayment.reconciliation;

import static io.restassured.RestAssured.given;

import io.anju.kit.tx.Transactions;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;

/** A day whose file is published anew. */
abstract class CorrectedFileTestBase {

    static final String STRANGER = "t1,nobody-%s,DEBIT,SUCCEEDED,,a,12345,x\r\n";

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    ReconciliationWorker worker;

    JsonPath reread(RailDay day) {
        day.reread().statusCode(200);
        drain();
        return day.checked();
    }

    String file(RailDay day) {
        return given().get(outside.url() + "/rail/files/" + day.date() + ".csv").asString();
    }

    RailDay paidOn(String date, String card) {
        RailDay day = new RailDay(neighbours, outside, transactions, worker, date);
        day.payInstalment(card);
        day.awaitPaid();
        return day;
    }

    void drain() {
        worker.drain().await().indefinitely();
    }
}
