package io.anju.loan.application.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Released; the rail is paying, each tranche by itself.
 *
 * @param paid tranches whose money has arrived, by their number
 * @param givenUp numbers of the tranches that are not paid out after all
 */
public record Disbursing(
        Dossier dossier,
        Facts facts,
        Approval approval,
        UUID contractId,
        String certificateNumber,
        DisbursementOrder order,
        List<PaidTranche> paid,
        List<Integer> givenUp)
        implements LoanApplication {

    public Disbursing {
        paid = List.copyOf(paid);
        givenUp = List.copyOf(givenUp);
    }

    @Override
    public State state() {
        return State.DISBURSING;
    }

    /** The money of a tranche has arrived; with the last one the loan runs. */
    public LoanApplication disbursed(PaidTranche tranche) {
        if (!exists(tranche.tranche())
                || givenUp.contains(tranche.tranche())
                || paid.stream().anyMatch(tranche::isOtherLoan)) {
            throw new IllegalArgumentException(tranche + " is none of " + count() + " beside " + paid + givenUp);
        }
        List<PaidTranche> now = with(tranche);
        return now.size() + givenUp.size() < count() ? with(now, givenUp) : active(now);
    }

    /**
     * A tranche is not paid out after all. The loan runs with what was paid out of the others; where nothing was, that is
     * the end of it.
     *
     * @param contractSettled whether nothing is owed, or to be paid out, of any tranche; told before all that was paid
     *     out is known here, it has to come again
     */
    public LoanApplication givenUp(int tranche, boolean contractSettled) {
        if (!exists(tranche) || paid.stream().anyMatch(one -> one.tranche() == tranche)) {
            throw new IllegalArgumentException("tranche " + tranche + " is none of " + count() + " beside " + paid);
        }
        List<Integer> gone = Stream.concat(givenUp.stream(), Stream.of(tranche))
                .distinct()
                .sorted()
                .toList();
        if (paid.size() + gone.size() < count()) {
            if (contractSettled) {
                throw new IllegalStateException("the end of the contract is told before all its payouts");
            }
            return with(paid, gone);
        }
        if (paid.isEmpty()) {
            return cancelled();
        }
        return contractSettled ? active(paid).settled() : active(paid);
    }

    /** Nothing is paid out after all. */
    public PayoutCancelled cancelled() {
        return new PayoutCancelled(dossier, facts, approval, contractId, certificateNumber, order);
    }

    private boolean exists(int tranche) {
        return tranche >= 1 && tranche <= count();
    }

    private int count() {
        return approval.tranches().size();
    }

    private Disbursing with(List<PaidTranche> nowPaid, List<Integer> nowGivenUp) {
        return new Disbursing(dossier, facts, approval, contractId, certificateNumber, order, nowPaid, nowGivenUp);
    }

    private Active active(List<PaidTranche> loans) {
        return new Active(dossier, facts, approval, contractId, certificateNumber, order, loans);
    }

    private List<PaidTranche> with(PaidTranche tranche) {
        List<PaidTranche> now = new ArrayList<>(paid);
        if (!now.contains(tranche)) {
            now.add(tranche);
        }
        now.sort(Comparator.comparingInt(PaidTranche::tranche));
        return now;
    }
}
