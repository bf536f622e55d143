package io.anju.repayment.wallet.model;

import java.time.Instant;
import java.util.UUID;

/**
 * A link that is wished for, until the institution has answered; the same id is the link's from then on.
 *
 * <pre>
 * Asked ─ answered ─▶ {@link WalletLink.Requested}
 *   ├─ code unknown ─▶ Over, REFUSED
 *   └─ a newer wish, the loan ended, nobody came back ─▶ Over, GIVEN_UP
 * </pre>
 */
public sealed interface WalletWish {

    /** Why nothing came of it. */
    enum Ending {
        /** The institution knows no wallet that shows the code. */
        REFUSED,
        /** Nobody waits for it any more. */
        GIVEN_UP
    }

    /**
     * The institution is asked under this id, and its answer is not kept yet.
     *
     * @param agreementId the contract that is to be signed for it
     * @param limit fen, as the rule granted it on the basis beside it
     */
    record Asked(
            UUID id,
            UUID customerId,
            UUID loanId,
            UUID agreementId,
            boolean automatic,
            long limit,
            LimitBasis basis,
            LimitRule rule,
            Instant requestedAt)
            implements WalletWish {

        /** The institution knows the wallet: its agreement is to be signed. */
        public WalletLink.Requested answered(String wallet, String tail) {
            var facts = new WalletLink.Facts(
                    id, customerId, loanId, agreementId, wallet, tail, limit, basis, rule, requestedAt);
            return new WalletLink.Requested(facts, automatic);
        }
    }

    /** Nothing came of it. */
    record Over(UUID id, Ending ending) implements WalletWish {}
}
