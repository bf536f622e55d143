package io.anju.repayment.wallet;

import io.anju.kit.tx.Tx;
import io.anju.repayment.wallet.model.WalletLink;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where links are kept; they come from {@link WalletWishes}. */
public interface WalletLinks {

    /** A link and the version of its row. */
    record Kept(WalletLink link, long version) {}

    /** Keeps a changed link that was read for update; answers with its version now. */
    Uni<Long> save(Tx tx, WalletLink link);

    /** The customer's link. */
    Uni<Optional<Kept>> findOwned(Tx tx, UUID customerId, UUID id);

    /** The same, locked until the transaction ends. */
    Uni<Optional<Kept>> findOwnedForUpdate(Tx tx, UUID customerId, UUID id);

    /** The link that this contract is for, locked until the transaction ends. */
    Uni<Optional<Kept>> findByAgreementForUpdate(Tx tx, UUID agreementId);

    /** The loan's link that is not closed or cancelled. */
    Uni<Optional<Kept>> findLive(Tx tx, UUID loanId);

    /** The customer's links, the newest first, those before {@code before}, at most {@code limit}. */
    Uni<List<Kept>> listOfCustomer(Tx tx, UUID customerId, Optional<UUID> before, int limit);

    /** Those of these loans that are debited from a wallet by themselves, and the link of each. */
    Uni<Map<UUID, WalletLink.Linked>> automaticOf(Tx tx, Collection<UUID> loanIds);

    /** No debits by itself from this wallet for this loan any more, a reopened link's neither; whether there were any. */
    Uni<Boolean> stopAutomatic(Tx tx, UUID loanId, String wallet);

    /** The loan's link that is not closed or cancelled, locked; none where another transaction has it. */
    Uni<Optional<Kept>> takeLive(Tx tx, UUID loanId);

    /** A link that is not closed or cancelled though its loan is over, locked; those that others have are passed over. */
    Uni<Optional<Kept>> takeLeftBehind(Tx tx);

    /** A closing link whose window has ended, locked; those that another worker has are passed over. */
    Uni<Optional<Kept>> takeOver(Tx tx, Instant now);
}
