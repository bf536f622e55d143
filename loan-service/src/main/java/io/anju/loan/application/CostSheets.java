package io.anju.loan.application;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.result.Result;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.loan.application.Cases.Step;
import io.anju.loan.application.model.Act;
import io.anju.loan.application.model.Actor;
import io.anju.loan.application.model.ApplicationRefusal;
import io.anju.loan.application.model.CostSheet;
import io.anju.loan.application.model.LoanApplication;
import io.anju.loan.application.model.Priced;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Use cases: what the approved loan costs, and the borrower's confirmation of having read it. */
@ApplicationScoped
public class CostSheets {

    private final Cases cases;
    private final BusinessClock clock;

    CostSheets(Cases cases, BusinessClock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /** The sheet of one of the customer's own applications, once it is approved. */
    public Uni<Result<CostSheet, ApplicationRefusal>> get(Tx tx, UUID id, UUID customerId) {
        return cases.find(tx, id, Cases.ownedBy(customerId)).map(CostSheets::sheet);
    }

    private static Result<CostSheet, ApplicationRefusal> sheet(Optional<LoanApplication> found) {
        return found.<Result<LoanApplication, ApplicationRefusal>>map(Result::ok)
                .orElseGet(() -> Result.refused(new ApplicationRefusal.NotFound()))
                .flatMap(application -> application.<Priced>in(Priced.class, Act.CONFIRM_COST_SHEET))
                .map(priced -> CostSheet.of(priced.approval()));
    }

    /**
     * Confirms it.
     *
     * @param shown the real annual rate that the borrower was shown
     */
    public Uni<Result<LoanApplication, ApplicationRefusal>> confirm(Tx tx, UUID id, UUID customerId, AnnualRate shown) {
        return cases.take(
                tx,
                id,
                Step.of(
                        Cases.ownedBy(customerId),
                        new Actor.Customer(customerId),
                        "COST_SHEET_CONFIRMED",
                        found -> found.<Priced>in(Priced.class, Act.CONFIRM_COST_SHEET)
                                .flatMap(priced -> CostSheet.of(priced.approval())
                                        .confirm(shown, clock.now())
                                        .map(priced::confirm))));
    }
}
