package io.anju.identity.realname;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Confirmed real names, sealed per field at rest. */
public interface RealNames {

    Uni<Optional<RealName>> find(Tx tx, UUID customerId);

    /** Whose number this is. */
    Uni<Optional<RealName>> findByNumber(Tx tx, String idNumber);

    /** False when another account has this number: one ID number is one person. */
    Uni<Boolean> add(Tx tx, RealName realName);
}
