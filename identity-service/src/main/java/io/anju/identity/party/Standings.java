package io.anju.identity.party;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Role and level of any person, customer or staff. */
public interface Standings {

    /** Fails when there is no such person. */
    Uni<Standing> get(Tx tx, UUID personId);
}
