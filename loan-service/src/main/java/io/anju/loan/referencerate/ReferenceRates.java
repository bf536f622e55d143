package io.anju.loan.referencerate;

import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.loan.referencerate.model.PublishedRate;
import io.anju.loan.referencerate.model.Rate;
import io.anju.loan.referencerate.model.RateProposal;
import io.anju.loan.referencerate.model.RateProposal.Ended;
import io.anju.loan.referencerate.model.RateProposal.Proposed;
import io.anju.loan.referencerate.model.RateProposal.Published;
import io.anju.loan.referencerate.model.RateRefusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Use cases: which rate is in force, and how two officers publish the next one. */
@ApplicationScoped
public class ReferenceRates {

    private final PublishedRates rates;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final Ids ids;

    ReferenceRates(PublishedRates rates, Outbox outbox, BusinessClock clock, Ids ids) {
        this.rates = rates;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
    }

    /** The value in force on a date. */
    public Uni<Optional<PublishedRate>> findInForce(Tx tx, Rate rate, LocalDate date) {
        return rates.findInForce(tx, rate, date);
    }

    /** Every rate as in force on a date. */
    public Uni<List<PublishedRate>> listInForce(Tx tx, LocalDate date) {
        return Multi.createFrom()
                .iterable(Arrays.asList(Rate.values()))
                .onItem()
                .transformToUniAndConcatenate(rate -> rates.findInForce(tx, rate, date))
                .collect()
                .asList()
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }

    /** The history, newest first. */
    public Uni<List<PublishedRate>> list(Tx tx, PublishedRates.@Nullable After after, int limit) {
        return rates.list(tx, after, limit);
    }

    /** The first officer's half. */
    public Uni<Result<Proposed, RateRefusal>> propose(Tx tx, PublishedRate rate, UUID officer) {
        return lastDate(tx, rate.rate())
                .map(last -> RateProposal.propose(ids.next(), rate, last, clock.today(), officer, clock.now()))
                .call(result -> result instanceof Result.Ok<Proposed, RateRefusal>(Proposed proposal)
                        ? rates.add(tx, proposal)
                        : Uni.createFrom().voidItem());
    }

    /** The second officer's half: history and event in one transaction. Empty when there is no such proposal. */
    public Uni<Optional<Result<Published, RateRefusal>>> confirm(Tx tx, UUID id, UUID officer) {
        return rates.findForUpdate(tx, id)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : confirm(tx, found.get(), officer).map(Optional::of));
    }

    /** Proposals, the newest first. */
    public Uni<List<RateProposal>> listProposals(Tx tx, Optional<UUID> before, int limit) {
        return rates.listProposals(tx, before, limit);
    }

    public Uni<Optional<RateProposal>> findProposal(Tx tx, UUID id) {
        return rates.find(tx, id);
    }

    /** The second officer's no. Empty when there is no such proposal. */
    public Uni<Optional<Result<Ended, RateRefusal>>> reject(Tx tx, UUID id, UUID officer) {
        return end(tx, id, open -> open.reject(officer, clock.now()));
    }

    /** The first officer takes it back. Empty when there is no such proposal. */
    public Uni<Optional<Result<Ended, RateRefusal>>> withdraw(Tx tx, UUID id, UUID officer) {
        return end(tx, id, open -> open.withdraw(officer, clock.now()));
    }

    private Uni<Optional<Result<Ended, RateRefusal>>> end(
            Tx tx, UUID id, Function<Proposed, Result<Ended, RateRefusal>> ending) {
        return rates.findForUpdate(tx, id)
                .map(found -> found.map(proposal -> switch (proposal) {
                    case Published already -> Result.<Ended, RateRefusal>refused(new RateRefusal.AlreadyPublished());
                    case Ended over -> Result.<Ended, RateRefusal>refused(new RateRefusal.AlreadyEnded());
                    case Proposed open -> ending.apply(open);
                }))
                .call(result -> result.orElse(null) instanceof Result.Ok<Ended, RateRefusal>(Ended ended)
                        ? rates.save(tx, ended)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Result<Published, RateRefusal>> confirm(Tx tx, RateProposal proposal, UUID officer) {
        return switch (proposal) {
            case Ended over -> Uni.createFrom().item(Result.refused(new RateRefusal.AlreadyEnded()));
            case Published already -> Uni.createFrom().item(Result.refused(new RateRefusal.AlreadyPublished()));
            case Proposed open ->
                lastDate(tx, open.rate().rate())
                        .map(last -> open.confirm(officer, clock.now(), last))
                        .call(result -> result instanceof Result.Ok<Published, RateRefusal>(Published published)
                                ? publish(tx, published)
                                : Uni.createFrom().voidItem());
        };
    }

    private Uni<Void> publish(Tx tx, Published published) {
        return rates.save(tx, published)
                .chain(() -> rates.add(tx, published.rate(), published.id()))
                .chain(() -> announce(tx, published.rate()));
    }

    /** Tells other services, of those rates that they need. */
    Uni<Void> announce(Tx tx, PublishedRate rate) {
        return rate.rate().isTold()
                ? outbox.append(tx, ReferenceRatePublished.of(rate))
                : Uni.createFrom().voidItem();
    }

    private Uni<LocalDate> lastDate(Tx tx, Rate rate) {
        return rates.findLast(tx, rate)
                .map(last -> last.map(PublishedRate::date).orElse(LocalDate.EPOCH));
    }
}
