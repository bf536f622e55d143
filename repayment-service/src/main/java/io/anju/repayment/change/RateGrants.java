package io.anju.repayment.change;

import io.anju.kernel.result.Result;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.change.model.ChangeOffer;
import io.anju.repayment.change.model.ChangeQuote;
import io.anju.repayment.change.model.ChangeRefusal;
import io.anju.repayment.change.model.Exceptions;
import io.anju.repayment.change.model.RateRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What officers granted a rate request, as long as it holds and none of its offers was taken. The loan is locked. */
@ApplicationScoped
class RateGrants {

    private final RateRequests requests;
    private final Changes changes;
    private final BusinessClock clock;

    RateGrants(RateRequests requests, Changes changes, BusinessClock clock) {
        this.requests = requests;
        this.changes = changes;
        this.clock = clock;
    }

    /** The exceptions on which a quote that is not honoured any more may be made anew today. */
    Uni<Exceptions> exceptions(Tx tx, ChangeQuote quote) {
        return quote.request()
                .map(request -> changes.isGrantTaken(tx, quote.loanId(), request)
                        .flatMap(taken -> taken ? none() : granted(tx, request)))
                .orElseGet(RateGrants::none);
    }

    private Uni<Exceptions> granted(Tx tx, UUID request) {
        return findApproved(tx, request)
                .map(found -> found.map(approved -> approved.exceptionsOn(clock.today()))
                        .orElse(Exceptions.NONE));
    }

    /** The request names the offer that was made anew on its grant. */
    Uni<Void> offeredAnew(Tx tx, Result<ChangeOffer, ChangeRefusal> result) {
        if (result instanceof Result.Ok<ChangeOffer, ChangeRefusal>(ChangeOffer offer)
                && offer.quote().request().isPresent()) {
            return findApproved(tx, offer.quote().request().get())
                    .flatMap(found -> found.map(approved -> requests.save(
                                    tx, approved.offeredAnew(offer.quote().id())))
                            .orElseGet(() -> Uni.createFrom().voidItem()));
        }
        return Uni.createFrom().voidItem();
    }

    private Uni<Optional<RateRequest.Approved>> findApproved(Tx tx, UUID request) {
        return requests.find(tx, request)
                .map(found ->
                        found.filter(RateRequest.Approved.class::isInstance).map(RateRequest.Approved.class::cast));
    }

    private static Uni<Exceptions> none() {
        return Uni.createFrom().item(Exceptions.NONE);
    }
}
