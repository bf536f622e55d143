package io.anju.loan.disbursement;

import io.anju.kernel.result.Result;
import io.anju.kit.tx.Tx;
import io.anju.loan.application.model.Act;
import io.anju.loan.application.model.ApplicationRefusal;
import io.anju.loan.application.model.Approved;
import io.anju.loan.application.model.ContractEnded;
import io.anju.loan.application.model.Contracted;
import io.anju.loan.application.model.LoanApplication;
import io.anju.loan.application.model.MortgageRejected;
import io.anju.loan.application.model.Withdrawn;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;

/** What contract-service tells: how far the contract and its mortgage are, or that they came to nothing. */
@ApplicationScoped
public class ContractNews {

    private static final String CONTRACT = "contract-service";

    private final ToldFacts facts;

    ContractNews(ToldFacts facts) {
        this.facts = facts;
    }

    /** All have signed and the bank has contracted. */
    public Uni<Void> contractSealed(Tx tx, UUID id, UUID contractId) {
        return told(tx, id, "CONTRACT_SEALED", found -> approved(found).map(a -> a.contracted(contractId)));
    }

    /** It was declined, not signed in time, or taken back. */
    public Uni<Void> contractEnded(Tx tx, UUID id, ContractEnded.Ending ending) {
        return told(tx, id, "CONTRACT_" + ending, found -> approved(found).map(a -> a.ended(ending)));
    }

    /** The mortgage exists, at once or after a refusal. */
    public Uni<Void> mortgageRegistered(Tx tx, UUID id, String certificate) {
        return told(
                tx,
                id,
                "MORTGAGE_REGISTERED",
                found -> found instanceof MortgageRejected rejected
                        ? Result.ok(rejected.registered(certificate))
                        : contracted(found).map(contracted -> contracted.registered(certificate)));
    }

    /** The registry refused the mortgage. */
    public Uni<Void> mortgageRejected(Tx tx, UUID id, String reason) {
        return told(
                tx,
                id,
                "MORTGAGE_REJECTED",
                found -> found instanceof MortgageRejected rejected
                        ? Result.ok(rejected.rejected(reason))
                        : contracted(found).map(contracted -> contracted.rejected(reason)));
    }

    /** Something to remember that changes nothing. */
    public Uni<Void> noted(Tx tx, UUID id, String reason) {
        return facts.noted(tx, id, CONTRACT, reason);
    }

    /** Once the borrower has walked away nothing changes any more: contract-service hears of that, and undoes what it did. */
    private Uni<Void> told(
            Tx tx,
            UUID id,
            String reason,
            Function<LoanApplication, Result<? extends LoanApplication, ApplicationRefusal>> step) {
        return facts.told(
                tx, id, CONTRACT, reason, found -> found instanceof Withdrawn ? Result.ok(found) : step.apply(found));
    }

    private static Result<Approved, ApplicationRefusal> approved(LoanApplication found) {
        return found.in(Approved.class, Act.RELEASE);
    }

    private static Result<Contracted, ApplicationRefusal> contracted(LoanApplication found) {
        return found.in(Contracted.class, Act.RELEASE);
    }
}
