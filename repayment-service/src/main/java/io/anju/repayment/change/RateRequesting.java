package io.anju.repayment.change;

import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.change.model.ChangeAsk;
import io.anju.repayment.change.model.ChangeOffer;
import io.anju.repayment.change.model.ChangeQuote;
import io.anju.repayment.change.model.ChangeRefusal;
import io.anju.repayment.change.model.Exceptions;
import io.anju.repayment.change.model.RateRequest;
import io.anju.repayment.change.model.RateRequest.Verdict;
import io.anju.repayment.loan.Loans;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Requests to have the rate set another way. Where the rule grants it, the answer is an offer at once; where only
 * conditions of the bank's own are not met, officers decide; anything else is refused as a quote would be. What officers
 * grant is an offer too, taken and put into a contract amendment like one by the rule.
 */
@ApplicationScoped
public class RateRequesting {

    private final Loans loans;
    private final Changes changes;
    private final RateRequests requests;
    private final ChangingLoans changing;
    private final Outbox outbox;
    private final ChangeConfig config;
    private final BusinessClock clock;
    private final Ids ids;

    RateRequesting(
            Loans loans,
            Changes changes,
            RateRequests requests,
            ChangingLoans changing,
            Outbox outbox,
            ChangeConfig config,
            BusinessClock clock,
            Ids ids) {
        this.loans = loans;
        this.changes = changes;
        this.requests = requests;
        this.changing = changing;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
        this.ids = ids;
    }

    /** A request and the offer that it came to, while it is one. */
    public record Answered(RateRequest request, Optional<ChangeQuote> offer) {}

    /** Asks; locks the loan, so that two at once are one. */
    public Uni<Result<Answered, ChangeRefusal>> ask(Tx tx, UUID customerId, UUID loanId, ChangeAsk ask, String reason) {
        return changing.quote(tx, customerId, loanId, ask).flatMap(answer -> switch (answer) {
            case Result.Ok<ChangeOffer, ChangeRefusal>(ChangeOffer offer) ->
                keep(
                        tx,
                        new RateRequest.Offered(
                                asked(customerId, loanId, ask, reason, List.of()),
                                offer.quote().id()),
                        Optional.of(offer.quote()));
            case Result.Refused<ChangeOffer, ChangeRefusal>(ChangeRefusal.NotEligible not)
            when config.officersMayGrant().containsAll(not.unmet()) ->
                wait(tx, asked(customerId, loanId, ask, reason, not.unmet()));
            case Result.Refused<ChangeOffer, ChangeRefusal>(ChangeRefusal refusal) -> refused(refusal);
        });
    }

    private RateRequest.Asked asked(UUID customerId, UUID loanId, ChangeAsk ask, String reason, List<String> unmet) {
        return new RateRequest.Asked(ids.next(), loanId, customerId, ask, reason, unmet, clock.now());
    }

    private Uni<Result<Answered, ChangeRefusal>> wait(Tx tx, RateRequest.Asked asked) {
        return requests.findOpen(tx, asked.loanId())
                .flatMap(open -> open.isPresent()
                        ? refused(
                                new ChangeRefusal.RequestOpen(open.get().asked().id()))
                        : keep(tx, new RateRequest.Waiting(asked), Optional.empty()));
    }

    private Uni<Result<Answered, ChangeRefusal>> keep(Tx tx, RateRequest request, Optional<ChangeQuote> offer) {
        return requests.save(tx, request).replaceWith(Result.ok(new Answered(request, offer)));
    }

    /** The customer's request. */
    public Uni<Optional<Answered>> find(Tx tx, UUID customerId, UUID loanId, UUID id) {
        return requests.find(tx, id)
                .map(found -> found.filter(request -> isOf(request, customerId, loanId)))
                .flatMap(found -> found.map(request -> answered(tx, request).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Answered> answered(Tx tx, RateRequest request) {
        Optional<UUID> quote = switch (request) {
            case RateRequest.Offered offered -> Optional.of(offered.quote());
            case RateRequest.Approved approved -> Optional.of(approved.quote());
            case RateRequest.Open open -> Optional.empty();
            case RateRequest.Declined declined -> Optional.empty();
            case RateRequest.Withdrawn withdrawn -> Optional.empty();
        };
        return quote.map(id -> changes.findQuote(tx, request.asked().loanId(), id))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(offer -> new Answered(request, offer));
    }

    /**
     * The customer does without a request that is not decided yet. The request's lock decides between this and a decision;
     * withdrawn before, it is as it was wanted.
     */
    public Uni<Result<Answered, ChangeRefusal>> withdraw(Tx tx, UUID customerId, UUID loanId, UUID id) {
        return requests.findForUpdate(tx, id)
                .map(found -> found.filter(request -> isOf(request, customerId, loanId))
                        .map(request -> request.withdrawn(clock.now()))
                        .orElseGet(() -> Result.refused(new ChangeRefusal.NoSuchRequest(id))))
                .flatMap(result -> switch (result) {
                    case Result.Refused<RateRequest.Withdrawn, ChangeRefusal>(ChangeRefusal refusal) ->
                        refused(refusal);
                    case Result.Ok<RateRequest.Withdrawn, ChangeRefusal>(RateRequest.Withdrawn withdrawn) ->
                        keep(tx, withdrawn, Optional.empty());
                });
    }

    private static boolean isOf(RateRequest request, UUID customerId, UUID loanId) {
        return request.asked().customerId().equals(customerId)
                && request.asked().loanId().equals(loanId);
    }

    /** The requests for a loan, the newest first; empty when there is no such loan of this customer. */
    public Uni<Optional<List<RateRequest>>> listOfLoan(
            Tx tx, UUID customerId, UUID loanId, Optional<UUID> before, int limit) {
        return loans.findOwned(tx, customerId, loanId)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : requests.listOfLoan(tx, loanId, before, limit).map(Optional::of));
    }

    /** For staff: those in a state, or all, the oldest first. */
    public Uni<List<RateRequest>> list(Tx tx, Optional<RateRequests.State> state, Optional<UUID> after, int limit) {
        return requests.list(tx, state, after, limit);
    }

    /** For staff: one of them. */
    public Uni<Optional<RateRequest>> find(Tx tx, UUID id) {
        return requests.find(tx, id);
    }

    /** The first officer's advice. */
    public Uni<Result<RateRequest, ChangeRefusal>> recommend(Tx tx, UUID id, Verdict verdict, String note, UUID by) {
        var advice = new RateRequest.Advice(verdict, note, by, clock.now());
        return requests.findForUpdate(tx, id)
                .map(found -> found.map(request -> request.advised(advice))
                        .orElseGet(() -> Result.refused(new ChangeRefusal.NoSuchRequest(id))))
                .flatMap(result -> switch (result) {
                    case Result.Refused<RateRequest.Recommended, ChangeRefusal>(ChangeRefusal refusal) ->
                        refused(refusal);
                    case Result.Ok<RateRequest.Recommended, ChangeRefusal>(RateRequest.Recommended request) ->
                        keep(tx, request);
                });
    }

    /**
     * The second officer's decision, told to the borrower. Approving offers what was asked for as the loan is now; where
     * more stands against it by now than the conditions that were seen, it is refused and the request stays open.
     */
    public Uni<Result<RateRequest, ChangeRefusal>> decide(Tx tx, UUID id, Verdict verdict, String reason, UUID by) {
        var decision = new RateRequest.Decision(reason, by, clock.now());
        return requests.findForUpdate(tx, id)
                .map(found -> found.map(request -> request.forDecisionBy(by))
                        .orElseGet(() -> Result.refused(new ChangeRefusal.NoSuchRequest(id))))
                .flatMap(result -> switch (result) {
                    case Result.Refused<RateRequest.Recommended, ChangeRefusal>(ChangeRefusal refusal) ->
                        refused(refusal);
                    case Result.Ok<RateRequest.Recommended, ChangeRefusal>(RateRequest.Recommended request) ->
                        switch (verdict) {
                            case APPROVE -> approve(tx, request, decision);
                            case DECLINE -> decided(tx, request.declined(decision), Optional.empty());
                        };
                });
    }

    private Uni<Result<RateRequest, ChangeRefusal>> approve(
            Tx tx, RateRequest.Recommended request, RateRequest.Decision decision) {
        RateRequest.Asked asked = request.asked();
        var exceptions = new Exceptions(Optional.of(asked.id()), Set.copyOf(asked.unmet()));
        return changing.grant(tx, asked.customerId(), asked.loanId(), asked.ask(), exceptions)
                .flatMap(answer -> switch (answer) {
                    case Result.Refused<ChangeOffer, ChangeRefusal>(ChangeRefusal refusal) -> refused(refusal);
                    case Result.Ok<ChangeOffer, ChangeRefusal>(ChangeOffer offer) ->
                        decided(
                                tx,
                                request.approved(
                                        offer.quote().id(),
                                        decision,
                                        clock.today().plusDays(config.grantDays())),
                                Optional.of(offer.quote().validUntil()));
                });
    }

    private Uni<Result<RateRequest, ChangeRefusal>> decided(
            Tx tx, RateRequest.Decided request, Optional<LocalDate> takeBy) {
        return keep(tx, request)
                .call(kept -> outbox.append(tx, ChangeAnnouncements.rateRequestDecided(request, takeBy)));
    }

    private Uni<Result<RateRequest, ChangeRefusal>> keep(Tx tx, RateRequest request) {
        return requests.save(tx, request).replaceWith(Result.ok(request));
    }

    private static <T> Uni<Result<T, ChangeRefusal>> refused(ChangeRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
