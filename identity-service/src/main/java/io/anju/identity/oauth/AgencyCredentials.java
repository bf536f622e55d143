package io.anju.identity.oauth;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** The credentials of partner agencies. */
public interface AgencyCredentials {

    Uni<Optional<AgencyCredential>> find(Tx tx, String clientId);

    /** By client id, those after this one. */
    Uni<List<AgencyCredential>> list(Tx tx, String after, int limit);

    /** Adds it, or writes down its key and its suspension. */
    Uni<Void> save(Tx tx, AgencyCredential credential);
}
