package io.anju.repayment.account;

import io.anju.kit.tx.Tx;
import io.anju.repayment.card.Cards;
import io.anju.repayment.card.model.Card;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Everything that can take money from a customer by itself, in one list. */
@ApplicationScoped
public class AutomaticDebits {

    private static final int MOST_LOANS = 100;

    private final Loans loans;
    private final Cards cards;

    AutomaticDebits(Loans loans, Cards cards) {
        this.loans = loans;
        this.cards = cards;
    }

    /**
     * A loan whose instalments are debited.
     *
     * @param card from which; empty when none is bound, so that nothing is debited
     */
    public record Debit(Loan.Active loan, Optional<Card.Bound> card) {}

    /** The customer's. */
    public Uni<List<Debit>> list(Tx tx, UUID customerId) {
        return loans.listOfCustomer(tx, customerId, Optional.empty(), MOST_LOANS)
                .flatMap(all -> cards.preferredOf(tx, List.of(customerId))
                        .map(preferred -> all.stream()
                                .map(StoredLoan::loan)
                                .filter(Loan.Active.class::isInstance)
                                .map(Loan.Active.class::cast)
                                .filter(Loan.Active::isBilling)
                                .map(loan -> new Debit(loan, Optional.ofNullable(preferred.get(customerId))))
                                .toList()));
    }
}
