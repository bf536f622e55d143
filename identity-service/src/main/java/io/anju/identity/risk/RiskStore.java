package io.anju.identity.risk;

import io.anju.identity.risk.model.RiskDecision;
import io.anju.identity.risk.model.RiskRule;
import io.anju.identity.risk.model.Signals;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the rules are asked with, and the decisions made by them. */
public interface RiskStore {

    /**
     * What one look at the database gives.
     *
     * @param ruleSet version of the rules in force at this moment
     * @param device keyed hash of the device that counts: the one given, or the session's
     * @param largest the largest proven amount the person moved within the last year, fen; 0 for none
     */
    record Gathered(
            long ruleSet,
            Optional<byte[]> device,
            Signals.Failures failures,
            Signals.Whereabouts whereabouts,
            Signals.Velocity velocity,
            Signals.Ages ages,
            long largest) {}

    /** The keyed hashes of where a request comes from. */
    record Trace(Where where, byte[] address, byte[] prefix) {}

    Uni<Gathered> gather(Tx tx, UUID personId, Trace trace, Instant now);

    /** Live rules and rules on trial. */
    Uni<List<RiskRule>> rules(Tx tx);

    /** @param device as {@link Gathered#device} */
    Uni<Void> add(Tx tx, Ask ask, Trace trace, Optional<byte[]> device, RiskDecision decision);

    Uni<Optional<KeptDecision>> find(Tx tx, UUID id);

    /** Counts a failed proof for device, address and network. */
    Uni<Void> addFailure(Tx tx, Trace trace, Instant at);

    /** Keeps that the act of a decision was proved, and that the person was here. */
    Uni<Void> addProven(Tx tx, UUID decisionId, UUID personId, byte[] prefix, Instant at);
}
