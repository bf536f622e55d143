package io.anju.identity.risk;

import io.anju.identity.risk.model.RiskDecision;
import io.anju.identity.risk.model.RiskRule;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Rules in force, and the decisions made by them. */
public interface RiskStore {

    /** Live and shadow rules. */
    Uni<List<RiskRule>> rules(Tx tx);

    Uni<Void> add(Tx tx, UUID personId, RiskDecision decision);
}
