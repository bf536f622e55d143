package io.anju.identity.rule;

import io.anju.identity.rule.model.BackTest;
import io.anju.identity.rule.model.RuleVersion;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Versions of rules. */
public interface RuleStore {

    /** A version in the list's order. */
    record Place(String name, int version) {}

    /** Waits for whoever is changing rules; until the transaction ends nobody else does. */
    Uni<Void> lock(Tx tx);

    /** Tells every replica that the rules are others. */
    Uni<Void> announce(Tx tx);

    Uni<Optional<RuleVersion>> find(Tx tx, UUID id);

    Uni<Optional<RuleVersion.Live>> findLive(Tx tx, String name);

    /** By name, the newest version first; those behind this one; of any state when none is named. */
    Uni<List<RuleVersion>> list(Tx tx, Optional<String> state, Optional<Place> after, int limit);

    /** The highest version of this name; 0 when there is none. */
    Uni<Integer> latest(Tx tx, String name);

    Uni<Void> add(Tx tx, RuleVersion.Proposed proposed);

    Uni<Void> save(Tx tx, RuleVersion version);

    /** Keeps what trying a proposal gave; false when it is none any more. */
    Uni<Boolean> saveTrial(Tx tx, UUID id, BackTest tried);

    /** Makes the version live again that this one replaced; nothing when it replaced none. */
    Uni<Void> restoreReplaced(Tx tx, UUID id);

    /** Decisions since then, the newest first, those before this one. */
    Uni<List<BackTest.Past>> decisions(Tx tx, Instant since, Optional<BackTest.Past> before, int limit);
}
