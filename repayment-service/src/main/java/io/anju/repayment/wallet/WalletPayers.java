package io.anju.repayment.wallet;

import io.anju.kit.tx.Tx;
import io.anju.repayment.card.OtherPayers;
import io.anju.repayment.loan.Loans;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Wallets as what pays beside cards. */
@ApplicationScoped
class WalletPayers implements OtherPayers {

    private static final int MOST_LOANS = 100;

    private final WalletLinks links;
    private final Loans loans;

    WalletPayers(WalletLinks links, Loans loans) {
        this.links = links;
        this.loans = loans;
    }

    @Override
    public Uni<Boolean> payForAll(Tx tx, UUID customerId) {
        return loans.listOfCustomer(tx, customerId, Optional.empty(), MOST_LOANS)
                .flatMap(all -> {
                    List<UUID> unpaid = all.stream()
                            .filter(stored -> !stored.loan().isOver())
                            .map(stored -> stored.loan().agreement().id())
                            .toList();
                    return links.automaticOf(tx, unpaid)
                            .map(automatic -> automatic.keySet().containsAll(unpaid));
                });
    }
}
