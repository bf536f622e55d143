package io.anju.identity.wallet.store;

import io.anju.identity.sql.Sql;
import io.anju.identity.wallet.WalletRecord;
import io.anju.identity.wallet.WalletRecords;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PgWalletRecords implements WalletRecords {

    @Override
    public Uni<Void> add(Tx tx, WalletRecord entry) {
        return Sql.write(tx, """
                INSERT INTO wallet_audit (event_id, link_id, customer_id, step, told_at)
                VALUES ($1, $2, $3, $4, $5)""", entry.eventId(), entry.linkId(), entry.customerId(), entry.step(), entry.at());
    }
}
