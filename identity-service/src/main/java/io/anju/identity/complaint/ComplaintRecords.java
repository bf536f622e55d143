package io.anju.identity.complaint;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;

/** The steps of complaints, which only grow. */
public interface ComplaintRecords {

    Uni<Void> add(Tx tx, ComplaintRecord entry);
}
