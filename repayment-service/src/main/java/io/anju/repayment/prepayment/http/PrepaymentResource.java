package io.anju.repayment.prepayment.http;

import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.Outlook;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.HeedsIfMatch;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.anju.kit.verification.RequiresVerification;
import io.anju.repayment.prepayment.EarlyRepayment;
import io.anju.repayment.prepayment.model.Prepayment;
import io.anju.repayment.prepayment.model.PrepaymentRefusal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Repaying early: ask for an offer, take it. */
@Path("/api/v1/loans/{loan}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("customer")
@Tag(name = "Prepayment")
@RegisterForReflection(targets = {Outlook.class})
public class PrepaymentResource {

    /**
     * @param date today when absent
     * @param amount fen of principal; the settlement figure means everything
     * @param full everything
     */
    @RegisterForReflection
    public record Ask(
            @Nullable LocalDate date,
            @Nullable @Positive Long amount,
            @Nullable Boolean full) {

        @Schema(hidden = true)
        @AssertTrue(message = "an amount, or full")
        public boolean isComplete() {
            return amount != null || isFull();
        }

        boolean isFull() {
            return Boolean.TRUE.equals(full);
        }
    }

    /**
     * @param quote id of one of the offered ways
     * @param card a bound card; the preferred one when absent
     * @param amount fen, the quote's total. It may be left out; said here, it is proven to the risk rules by the verification of
     *     this body, which otherwise take an unknown amount for a large one outside working hours
     */
    @RegisterForReflection
    public record Take(
            @NotNull UUID quote,
            @Nullable UUID card,
            @Nullable @Positive Long amount) {

        EarlyRepayment.Taking taking() {
            return new EarlyRepayment.Taking(
                    quote, Optional.ofNullable(card), amount == null ? OptionalLong.empty() : OptionalLong.of(amount));
        }
    }

    private final Commands commands;
    private final Transactions transactions;
    private final EarlyRepayment repayment;
    private final Caller caller;

    PrepaymentResource(Commands commands, Transactions transactions, EarlyRepayment repayment, Caller caller) {
        this.commands = commands;
        this.transactions = transactions;
        this.repayment = repayment;
        this.caller = caller;
    }

    @POST
    @Path("/prepayment-quotes")
    @Idempotent
    @HeedsIfMatch(table = "loan", id = "loan")
    @Operation(
            summary = "What repaying early would cost and save, every way side by side",
            description =
                    "Instalments that are unpaid are paid first, and by the same debit: each is named with what it"
                            + " owes on the day. Each quote is honoured to the fen until the end of its day, unless something"
                            + " happens to the loan or to those instalments before.")
    @APIResponseSchema(value = OfferView.class, responseCode = "201")
    public Uni<Response> quote(@RestPath UUID loan, @Valid @NotNull Ask ask) {
        return commands.run(tx -> repayment
                .quote(
                        tx,
                        caller.id(),
                        loan,
                        Optional.ofNullable(ask.date()),
                        ask.amount() == null ? 0 : ask.amount(),
                        ask.isFull())
                .map(result ->
                        Reply.of(result, offer -> Reply.created(OfferView.of(offer)), PrepaymentResource::status)));
    }

    @POST
    @Path("/prepayments")
    @Idempotent
    @HeedsIfMatch(table = "loan", id = "loan")
    @RequiresVerification(act = "repayment.prepay", resource = "/api/v1/loans/{loan}")
    @Operation(
            summary = "Take a quote",
            description = "A quote for today is debited at once: the rail confirms in a moment. One for a later date is"
                    + " SCHEDULED and debited on that date, unless it is cancelled before; see the prepayment's state."
                    + " A quote that has ended is refused with the reason, and with a fresh offer of the same amount in"
                    + " the problem's member fresh, to be taken by its ids.")
    @APIResponseSchema(value = PrepaymentView.class, responseCode = "201")
    public Uni<Response> take(@RestPath UUID loan, @Valid @NotNull Take take) {
        return commands.run(tx -> repayment
                .take(tx, caller.id(), loan, take.taking())
                .map(result -> switch (result) {
                    case Result.Ok<Prepayment, PrepaymentRefusal>(Prepayment taken) ->
                        Reply.created(
                                "/api/v1/loans/%s/prepayments/%s".formatted(loan, taken.id()),
                                PrepaymentView.of(taken));
                    case Result.Refused<Prepayment, PrepaymentRefusal>(PrepaymentRefusal refusal) -> withFresh(refusal);
                }));
    }

    @POST
    @Path("/prepayments/{id}/cancellation")
    @Idempotent
    @Operation(
            summary = "Cancel a prepayment whose date has not come",
            description = "Nothing was debited and nothing changes. One that is cancelled already stays so.")
    @APIResponseSchema(value = PrepaymentView.class, responseCode = "200")
    public Uni<Response> cancel(@RestPath UUID loan, @RestPath UUID id) {
        return commands.run(tx -> repayment
                .cancel(tx, caller.id(), loan, id)
                .map(result -> Reply.of(
                        result, cancelled -> Reply.ok(PrepaymentView.of(cancelled)), PrepaymentResource::status)));
    }

    @GET
    @Path("/prepayments")
    @Operation(summary = "Quotes that were taken, the newest first")
    public Uni<RestResponse<Page<PrepaymentView>>> list(
            @RestPath UUID loan, @BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(tx -> repayment.list(tx, caller.id(), loan, Cursors.decodeId(query.cursor), query.limit + 1))
                .map(found -> Page.<Prepayment>of(
                                found.orElseThrow(() -> new ProblemException(Problem.notFound())),
                                query.limit,
                                prepayment -> Cursors.encode(prepayment.id().toString()))
                        .map(PrepaymentView::of)
                        .response(uri));
    }

    @GET
    @Path("/prepayments/{id}")
    @Operation(summary = "What became of a quote that was taken")
    public Uni<PrepaymentView> get(@RestPath UUID loan, @RestPath UUID id) {
        return transactions
                .run(tx -> repayment.find(tx, caller.id(), loan, id))
                .map(found ->
                        found.map(PrepaymentView::of).orElseThrow(() -> new ProblemException(Problem.notFound())));
    }

    /** The fresh offer was kept, so that it can be taken: what the refused request wrote stays. */
    private static Reply withFresh(PrepaymentRefusal refusal) {
        if (!(refusal instanceof PrepaymentRefusal.QuoteEnded ended)
                || ended.fresh().isEmpty()) {
            return Reply.problem(Problem.of(status(refusal), refusal));
        }
        Map<String, Object> facts = new HashMap<>(refusal.evidence());
        facts.put("fresh", OfferView.of(ended.fresh().get()));
        return Reply.recorded(Problem.of(status(refusal), refusal.code(), facts));
    }

    private static int status(PrepaymentRefusal refusal) {
        return switch (refusal) {
            case PrepaymentRefusal.NoSuchLoan none -> 404;
            case PrepaymentRefusal.NoSuchPrepayment none -> 404;
            case PrepaymentRefusal.NotCancellable not -> 409;
            case PrepaymentRefusal.LoanNotActive not -> 409;
            case PrepaymentRefusal.InstalmentUnpaid unpaid -> 409;
            case PrepaymentRefusal.UnderWay underWay -> 409;
            case PrepaymentRefusal.NotCaughtUp not -> 409;
            case PrepaymentRefusal.DateNotOffered not -> 422;
            case PrepaymentRefusal.AmountDiffers differs -> 422;
            case PrepaymentRefusal.BelowMinimum below -> 422;
            case PrepaymentRefusal.AboveOutstanding above -> 422;
            case PrepaymentRefusal.NoSuchQuote none -> 422;
            case PrepaymentRefusal.QuoteExpired expired -> 409;
            case PrepaymentRefusal.QuoteOvertaken overtaken -> 409;
            case PrepaymentRefusal.QuoteTaken taken -> 409;
            case PrepaymentRefusal.NoCard none -> 422;
        };
    }
}
