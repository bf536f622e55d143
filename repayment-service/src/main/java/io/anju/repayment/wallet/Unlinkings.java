package io.anju.repayment.wallet;

import io.anju.kit.tx.Tx;
import io.anju.repayment.wallet.model.Unlinking;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Where closings are kept. Whoever changes one holds the lock of its link. */
public interface Unlinkings {

    /** Keeps a closing, new or changed. */
    Uni<Void> save(Tx tx, Unlinking unlinking);

    /** The link's latest closing. */
    Uni<Optional<Unlinking>> findLatest(Tx tx, UUID linkId);
}
