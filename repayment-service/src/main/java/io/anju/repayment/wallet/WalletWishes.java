package io.anju.repayment.wallet;

import io.anju.kit.tx.Tx;
import io.anju.repayment.wallet.model.WalletLink;
import io.anju.repayment.wallet.model.WalletWish;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Where wishes to link are kept until they become links. */
public interface WalletWishes {

    /** Keeps a new one; whoever does holds the lock of its loan, which has neither a wish nor a link. */
    Uni<Void> add(Tx tx, WalletWish.Asked wish);

    /**
     * What the customer's wishes and links that are not over were granted together, fen. Until the transaction ends nobody
     * else learns it for this customer, so that two at once never share one cap.
     */
    Uni<Long> grantedForUpdate(Tx tx, UUID customerId);

    /** The customer's wish; empty once it is a link. */
    Uni<Optional<WalletWish>> find(Tx tx, UUID customerId, UUID id);

    /** The same, locked until the transaction ends. */
    Uni<Optional<WalletWish>> findForUpdate(Tx tx, UUID customerId, UUID id);

    /** The loan's wish that has no answer, locked until the transaction ends. */
    Uni<Optional<WalletWish.Asked>> findAskedForUpdate(Tx tx, UUID loanId);

    /** A wish of before that instant that has no answer, locked; those that another worker has are passed over. */
    Uni<Optional<WalletWish.Asked>> takeOver(Tx tx, Instant before);

    /** The wish has become this link; {@code on} is the business date. */
    Uni<Void> answered(Tx tx, WalletLink.Requested link, LocalDate on);

    /** Nothing came of it. */
    Uni<Void> end(Tx tx, UUID id, WalletWish.Ending ending, Instant at);
}
