package io.anju.repayment.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.PrepaymentOption;
import io.anju.kernel.schedule.ScheduleRefusal;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.repayment.journey.AtOnce;
import io.anju.repayment.journey.Bank;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The loans of one contract, all of them repaid. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class LoanEndingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    Loans loans;

    @Inject
    LoanEnding ending;

    private List<UUID> tranches;

    @BeforeEach
    void twoTranches() {
        Bank bank = new Bank(neighbours, outside);
        UUID borrower = UUID.randomUUID();
        bank.today("2026-11-22");
        tranches = bank.order(borrower, "2026-11-22", "2026-12-22", "0.0000", 2);
        tranches.forEach(loan -> bank.awaitPayout(borrower, loan));
    }

    @Test
    void ofTwoThatEndAtOneMomentExactlyOneEndsTheContract() {
        AtOnce.of(
                transactions,
                tx -> end(tx, tranches.getFirst()),
                () -> transactions.run(tx -> end(tx, tranches.getLast())).subscribeAsCompletionStage());

        assertEquals(List.of(false, true), saysThatTheContractIsSettled());
    }

    private List<Boolean> saysThatTheContractIsSettled() {
        return tranches.stream()
                .map(loan -> neighbours
                        .awaitEvent("anju.loan.settled.v1", loan.toString())
                        .path("contractSettled")
                        .asBoolean())
                .sorted()
                .toList();
    }

    private Uni<Void> end(Tx tx, UUID loan) {
        return loans.findForUpdate(tx, loan).map(Optional::orElseThrow).flatMap(stored -> end(tx, stored));
    }

    private Uni<Void> end(Tx tx, StoredLoan<Loan> stored) {
        var loan = (Loan.Active) stored.loan();
        LoanPosition position = loan.position();
        return switch (position.prepaidOn(DAY, position.state().outstanding(), PrepaymentOption.SMALLER_INSTALMENT)) {
            case Result.Ok<LoanPosition.Prepayment, ScheduleRefusal>(LoanPosition.Prepayment all) ->
                ending.save(tx, stored, loan.prepaid(all.after()), List.of(), List.of(), DAY);
            case Result.Refused<LoanPosition.Prepayment, ScheduleRefusal>(ScheduleRefusal refusal) ->
                throw new AssertionError(refusal);
        };
    }
}
