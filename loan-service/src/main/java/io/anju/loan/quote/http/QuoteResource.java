package io.anju.loan.quote.http;

import io.anju.kernel.calendar.DueDates;
import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.RepaymentTerms;
import io.anju.kernel.schedule.ScheduleEvent;
import io.anju.kernel.schedule.TermsRefusal;
import io.anju.kit.command.SafeToRepeat;
import io.anju.kit.problem.FieldError;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.loan.quote.Quotes;
import io.anju.loan.quote.http.QuoteRequest.Event;
import io.anju.loan.quote.http.QuoteRequest.Tranche;
import io.anju.loan.quote.model.Basis;
import io.anju.loan.quote.model.Quote;
import io.anju.loan.quote.model.QuoteRefusal;
import io.anju.loan.quote.model.QuoteTranche;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a loan would cost; open to anyone, keeps nothing. */
@Path("/api/v1/quotes")
@Tag(name = "quotes")
@PermitAll
public class QuoteResource {

    private final Transactions transactions;
    private final Quotes quotes;
    private final BusinessClock clock;

    QuoteResource(Transactions transactions, Quotes quotes, BusinessClock clock) {
        this.transactions = transactions;
        this.quotes = quotes;
        this.clock = clock;
    }

    /** Calculates; a database is asked only where a product is named. */
    @POST
    @SafeToRepeat("it computes, and keeps nothing")
    @Operation(summary = "Instalments, totals and real annual rate; with events, a what-if")
    public Uni<QuoteAnswer> quote(@NotNull @Valid QuoteRequest request) {
        LocalDate start = request.startDate() == null ? clock.today() : request.startDate();
        refuseIfAny(QuoteChecks.check(request));
        return bases(request, start).map(bases -> answer(terms(request, bases, start), request));
    }

    private Uni<List<Basis>> bases(QuoteRequest request, LocalDate start) {
        List<Tranche> tranches = request.tranches();
        if (tranches.stream().allMatch(tranche -> tranche.annualRate() != null)) {
            return Uni.createFrom()
                    .item(tranches.stream()
                            .map(tranche -> Basis.of(AnnualRate.of(Objects.requireNonNull(tranche.annualRate()))))
                            .toList());
        }
        return transactions.run(tx -> Multi.createFrom()
                .iterable(IntStream.range(0, tranches.size()).boxed().toList())
                .onItem()
                .transformToUniAndConcatenate(i -> basis(tx, tranches.get(i), i, start))
                .collect()
                .asList());
    }

    private Uni<Basis> basis(Tx tx, Tranche tranche, int index, LocalDate start) {
        if (tranche.annualRate() != null) {
            return Uni.createFrom().item(Basis.of(AnnualRate.of(tranche.annualRate())));
        }
        return quotes.findBasis(tx, Objects.requireNonNull(tranche.product()), tranche.kind(), tranche.months(), start)
                .map(found -> found.orElseThrow(() -> ProblemException.invalid(
                        FieldError.of("tranches[" + index + "].product", "PRODUCT_NOT_OFFERED"))));
    }

    private static List<RepaymentTerms> terms(QuoteRequest request, List<Basis> bases, LocalDate start) {
        List<RepaymentTerms> terms = new ArrayList<>();
        for (int i = 0; i < bases.size(); i++) {
            Tranche tranche = request.tranches().get(i);
            QuoteChecks.check(tranche, bases.get(i), i).ifPresent(error -> refuseIfAny(List.of(error)));
            terms.add(
                    switch (terms(tranche, bases.get(i), start, request.firstDueDate())) {
                        case Result.Ok<RepaymentTerms, TermsRefusal>(RepaymentTerms sound) -> sound;
                        case Result.Refused<RepaymentTerms, TermsRefusal>(TermsRefusal refusal) ->
                            throw ProblemException.invalid(
                                    FieldError.of(QuoteChecks.field(refusal, i), refusal.code()));
                    });
        }
        return terms;
    }

    private static Result<RepaymentTerms, TermsRefusal> terms(
            Tranche tranche, Basis basis, LocalDate start, @Nullable LocalDate asked) {
        Frequency frequency = basis.conventions().frequency();
        LocalDate firstDue = asked == null ? DueDates.firstAfter(start, start.getDayOfMonth(), frequency) : asked;
        return RepaymentTerms.check(
                tranche.principal(),
                basis.annualRate(),
                frequency.instalments(tranche.months()),
                tranche.method(),
                frequency.instalments(tranche.interestOnly()),
                start,
                firstDue,
                dueDay(start, firstDue),
                basis.conventions());
    }

    /** A loan of 31 January that is first due on the last of February falls due on the 31st where there is one. */
    private static int dueDay(LocalDate start, LocalDate firstDue) {
        return start.plusMonths(1).equals(firstDue) ? start.getDayOfMonth() : firstDue.getDayOfMonth();
    }

    private static QuoteAnswer answer(List<RepaymentTerms> terms, QuoteRequest request) {
        List<QuoteTranche> tranches = IntStream.range(0, terms.size())
                .mapToObj(i -> new QuoteTranche(terms.get(i), eventsOf(request, i)))
                .toList();
        return switch (Quote.of(tranches)) {
            case Result.Ok<Quote, QuoteRefusal>(Quote quote) -> QuoteAnswer.of(quote);
            case Result.Refused<Quote, QuoteRefusal>(QuoteRefusal refusal) ->
                throw new ProblemException(Problem.of(
                        switch (refusal) {
                            case QuoteRefusal.EventRefused event -> 422;
                            case QuoteRefusal.NoRate rate -> 422;
                        },
                        refusal));
        };
    }

    private static List<ScheduleEvent> eventsOf(QuoteRequest request, int tranche) {
        List<Event> events = request.events() == null ? List.of() : request.events();
        return events.stream()
                .filter(event -> Objects.requireNonNullElse(event.tranche(), 0) == tranche)
                .map(QuoteResource::event)
                .toList();
    }

    private static ScheduleEvent event(Event event) {
        return switch (event) {
            case Event.Prepayment early ->
                new ScheduleEvent.Prepayment(early.afterInstalment(), early.amount(), early.option());
            case Event.Repricing rate ->
                new ScheduleEvent.Repricing(rate.fromInstalment(), AnnualRate.of(rate.annualRate()));
        };
    }

    private static void refuseIfAny(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.invalid(errors));
        }
    }
}
