package io.anju.loan.application.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Released; the rail is paying, each tranche by itself.
 *
 * @param paid tranches whose money has arrived, by their number
 */
public record Disbursing(
        Dossier dossier,
        Facts facts,
        Approval approval,
        UUID contractId,
        String certificateNumber,
        DisbursementOrder order,
        List<PaidTranche> paid)
        implements LoanApplication {

    public Disbursing {
        paid = List.copyOf(paid);
    }

    @Override
    public State state() {
        return State.DISBURSING;
    }

    /** The money of a tranche has arrived; with the last one the loan runs. */
    public LoanApplication disbursed(PaidTranche tranche) {
        int all = approval.tranches().size();
        if (tranche.tranche() < 1 || tranche.tranche() > all || paid.stream().anyMatch(tranche::isOtherLoan)) {
            throw new IllegalArgumentException(tranche + " is none of " + all + " beside " + paid);
        }
        List<PaidTranche> now = with(tranche);
        return now.size() < all
                ? new Disbursing(dossier, facts, approval, contractId, certificateNumber, order, now)
                : new Active(dossier, facts, approval, contractId, certificateNumber, order, now);
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
