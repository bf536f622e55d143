package io.anju.repayment.collection.model;

import io.anju.repayment.rail.model.Payer;
import java.util.List;
import java.util.Optional;

/**
 * What a loan's instalments may be debited from by themselves, in the order in which it is asked: each of it was agreed to.
 *
 * @param stopped whether the borrower has stopped the loan's automatic debit, so that there is none of them
 * @param payers the wallet chosen for the loan alone, or else the borrower's default card and those agreed to behind it;
 *     none where nothing is debited
 */
public record PayerOrder(boolean stopped, List<Payer> payers) {

    /** Nothing is debited: the borrower has stopped it. */
    public static final PayerOrder STOPPED = new PayerOrder(true, List.of());

    public PayerOrder {
        payers = List.copyOf(payers);
        if (stopped && !payers.isEmpty()) {
            throw new IllegalArgumentException("stopped, and to be debited all the same");
        }
    }

    /** These, one behind the other; none where the borrower has nothing to be debited. */
    public static PayerOrder of(List<Payer> payers) {
        return new PayerOrder(false, payers);
    }

    /**
     * What is debited next: the first, or the one behind the account that has just refused. Behind the last comes the first
     * again, and where the one that refused is not agreed to any more, it is the first too.
     */
    public Optional<Payer> next(Optional<Turn> turn) {
        return payers.stream()
                .findFirst()
                .map(first -> turn.flatMap(Turn::behind)
                        .map(this::place)
                        .map(refused -> payers.get((refused + 1) % payers.size()))
                        .orElse(first));
    }

    /** Of an account that is not among them, the last one's, behind which the first comes. */
    private int place(String account) {
        for (int i = 0; i < payers.size(); i++) {
            if (payers.get(i).account().equals(account)) {
                return i;
            }
        }
        return payers.size() - 1;
    }
}
