package io.anju.identity.realname;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Confirmed real names, sealed per field at rest. */
public interface RealNames {

    /** Empty for customers who are erased, also while a law keeps the record. */
    Uni<Optional<RealName>> find(Tx tx, UUID customerId);

    /** Whose number this is. */
    Uni<Optional<RealName>> findByNumber(Tx tx, String idNumber);

    /** False when another account has this number: one ID number is one person. */
    Uni<Boolean> add(Tx tx, RealName realName);

    /** Another name for the same number, as the registry has it now. */
    Uni<Void> correct(Tx tx, RealName realName);

    /** Makes that nobody is found by this number any more, and that nothing but the sealed record is left. */
    Uni<Void> restrict(Tx tx, UUID customerId);

    /** Takes the sealed record away too. */
    Uni<Void> erase(Tx tx, UUID customerId);
}
