package io.anju.loan.referencerate.store;

import io.anju.kit.tx.Tx;
import io.anju.loan.referencerate.PublishedRates;
import io.anju.loan.referencerate.model.PublishedRate;
import io.anju.loan.referencerate.model.Rate;
import io.anju.loan.referencerate.model.RateProposal;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rates and proposals by Hibernate Reactive. */
@ApplicationScoped
class PanacheRates implements PublishedRates {

    @Override
    public Uni<Optional<PublishedRate>> findInForce(Tx tx, Rate rate, LocalDate date) {
        return first(ReferenceRateRow.find("key.rate = ?1 and key.date <= ?2 order by key.date desc", rate, date));
    }

    @Override
    public Uni<Optional<PublishedRate>> findLast(Tx tx, Rate rate) {
        return first(ReferenceRateRow.find("key.rate = ?1 order by key.date desc", rate));
    }

    @Override
    public Uni<List<PublishedRate>> list(Tx tx, @Nullable After after, int limit) {
        PanacheQuery<ReferenceRateRow> query = after == null
                ? ReferenceRateRow.find("order by key.date desc, key.rate")
                : ReferenceRateRow.find(
                        "key.date < ?1 or (key.date = ?1 and key.rate > ?2) order by key.date desc, key.rate",
                        after.date(),
                        after.rate());
        return query.page(0, limit)
                .list()
                .map(rows -> rows.stream().map(ReferenceRateRow::toModel).toList());
    }

    @Override
    public Uni<Void> add(Tx tx, PublishedRate rate, @Nullable UUID proposalId) {
        return new ReferenceRateRow(rate, proposalId).persist().replaceWithVoid();
    }

    @Override
    public Uni<Void> add(Tx tx, RateProposal.Proposed proposal) {
        return new RateProposalRow(proposal).persist().replaceWithVoid();
    }

    @Override
    public Uni<Optional<RateProposal>> find(Tx tx, UUID id) {
        return RateProposalRow.<RateProposalRow>findById(id)
                .map(row -> Optional.ofNullable(row).map(RateProposalRow::toModel));
    }

    @Override
    public Uni<List<RateProposal>> listProposals(Tx tx, Optional<UUID> before, int limit) {
        PanacheQuery<RateProposalRow> query = before.isEmpty()
                ? RateProposalRow.find("order by id desc")
                : RateProposalRow.find("id < ?1 order by id desc", before.get());
        return query.page(0, limit)
                .list()
                .map(rows -> rows.stream().map(RateProposalRow::toModel).toList());
    }

    @Override
    public Uni<Optional<RateProposal>> findForUpdate(Tx tx, UUID id) {
        return RateProposalRow.<RateProposalRow>findById(id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row).map(RateProposalRow::toModel));
    }

    @Override
    public Uni<Void> save(Tx tx, RateProposal.Published published) {
        return RateProposalRow.<RateProposalRow>findById(published.id())
                .invoke(row -> row.confirm(published))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> save(Tx tx, RateProposal.Ended ended) {
        return RateProposalRow.<RateProposalRow>findById(ended.id())
                .invoke(row -> row.end(ended))
                .replaceWithVoid();
    }

    private static Uni<Optional<PublishedRate>> first(PanacheQuery<ReferenceRateRow> query) {
        return query.page(0, 1).list().map(rows -> rows.stream().findFirst().map(ReferenceRateRow::toModel));
    }
}
