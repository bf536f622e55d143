package io.anju.loan.referencerate;

import io.anju.kit.tx.Tx;
import io.anju.loan.referencerate.model.PublishedRate;
import io.anju.loan.referencerate.model.Rate;
import io.anju.loan.referencerate.model.RateProposal;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where published rates and proposals are kept. */
public interface PublishedRates {

    /** Where a page of the history goes on: the last entry of the page before. */
    record After(LocalDate date, Rate rate) {}

    /** The newest publication on that day or before it. */
    Uni<Optional<PublishedRate>> findInForce(Tx tx, Rate rate, LocalDate date);

    /** The newest publication of all, future ones included. */
    Uni<Optional<PublishedRate>> findLast(Tx tx, Rate rate);

    /** Publications, newest first. */
    Uni<List<PublishedRate>> list(Tx tx, @Nullable After after, int limit);

    /** Adds to the history. */
    Uni<Void> add(Tx tx, PublishedRate rate, @Nullable UUID proposalId);

    /** Keeps a proposal. */
    Uni<Void> add(Tx tx, RateProposal.Proposed proposal);

    Uni<Optional<RateProposal>> find(Tx tx, UUID id);

    /** Proposals made before that one, the newest first; from the newest when there is none. */
    Uni<List<RateProposal>> listProposals(Tx tx, Optional<UUID> before, int limit);

    /** Locked until the transaction ends, so that a proposal ends once. */
    Uni<Optional<RateProposal>> findForUpdate(Tx tx, UUID id);

    /** Keeps the second officer's confirmation. */
    Uni<Void> save(Tx tx, RateProposal.Published published);

    /** Keeps that it was rejected or taken back. */
    Uni<Void> save(Tx tx, RateProposal.Ended ended);
}
