package io.anju.identity.authority;

import io.anju.identity.authority.model.Proposal;
import io.anju.identity.authority.model.Separation;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Proposed changes, and the pairs of roles that are kept apart. */
public interface Proposals {

    Uni<Void> add(Tx tx, Proposal.Open proposal);

    Uni<Optional<Proposal>> find(Tx tx, UUID id);

    /** Locked until the transaction ends. */
    Uni<Optional<Proposal>> findForUpdate(Tx tx, UUID id);

    Uni<Void> save(Tx tx, Proposal.Decided proposal);

    /** Newest first, those before this one. */
    Uni<List<Proposal>> list(Tx tx, Optional<UUID> before, int limit);

    /** Those that wait for their second person, newest first. */
    Uni<List<Proposal>> listOpen(Tx tx, Optional<UUID> before, int limit);

    /** Those that concern one member or agency, newest first. */
    Uni<List<Proposal>> listOf(Tx tx, String subject, Optional<UUID> before, int limit);

    Uni<List<Separation>> separations(Tx tx);
}
