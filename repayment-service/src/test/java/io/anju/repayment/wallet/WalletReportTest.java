package io.anju.repayment.wallet;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A loan that is paid from one wallet, and then from another: each link's report shows its own payments. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class WalletReportTest {

    private static final int INSTALMENT = 449_045;

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    UndoWindows windows;

    @Test
    void showsWhatWasPaidThroughItsOwnWalletAlone() {
        var bank = new Bank(neighbours, outside);
        var holder = new Holder(neighbours, outside, UUID.randomUUID());
        UUID loan = bank.firstLoan(holder.id());
        holder.faults(new JsonObject());
        UUID first = linkAndPay(bank, holder, loan, "wal-first-" + loan, 1);
        var closer = new Closer(holder, first, windows, transactions);
        closer.settled();
        closer.confirm(closer.etag()).then().statusCode(200);
        closer.close(Closer.LONG);
        bank.today("2026-12-22");
        UUID second = linkAndPay(bank, holder, loan, "wal-second-" + loan, 2);

        report(holder, first).body("payments", hasSize(1)).body("paid", equalTo(INSTALMENT));
        report(holder, second).body("payments", hasSize(1)).body("paid", equalTo(INSTALMENT));
        report(holder, second).body("payments[0].date", equalTo("2026-12-22"));
    }

    private static UUID linkAndPay(Bank bank, Holder holder, UUID loan, String wallet, int instalment) {
        UUID link = holder.link(loan, wallet, false);
        holder.holds(wallet, 1_000_000, 0);
        holder.pay(loan, link, "OWN").then().statusCode(201);
        bank.awaitInstalment(holder.id(), loan, instalment, "PAID");
        return link;
    }

    private static io.restassured.response.ValidatableResponse report(Holder holder, UUID link) {
        return holder.get(Holder.LINKS + "/" + link + "/report").then().statusCode(200);
    }
}
