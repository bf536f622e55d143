package io.anju.identity.wallet;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;

/** The steps of wallet links, which only grow. */
public interface WalletRecords {

    Uni<Void> add(Tx tx, WalletRecord entry);
}
