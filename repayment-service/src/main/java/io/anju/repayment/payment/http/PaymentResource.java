package io.anju.repayment.payment.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.anju.kernel.result.Result;
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
import io.anju.repayment.payment.PayByHand;
import io.anju.repayment.payment.model.Payment;
import io.anju.repayment.payment.model.PaymentRefusal;
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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Instalments paid by hand. */
@Path("/api/v1/loans/{loan}/payments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("customer")
@Tag(name = "Payments")
public class PaymentResource {

    /**
     * @param card a bound card; the preferred one when neither card nor wallet is named
     * @param wallet a wallet link of this loan; not beside a card
     * @param funds of the wallet, {@code OWN} when absent; {@code CREDIT} is always refused
     * @param instalment its number; the one that is next to be paid when absent
     * @param amount fen; all of it when absent
     */
    @RegisterForReflection
    public record Order(
            @Nullable UUID card,
            @Nullable UUID wallet,
            @Nullable Funds funds,
            @Nullable @Positive Integer instalment,
            @Nullable @Positive Long amount) {

        /** A wallet's own funds or its credit line. */
        public enum Funds {
            OWN,
            CREDIT
        }

        /** Whether one thing is to pay, not two, and funds are those of a wallet. */
        @AssertTrue
        @JsonIgnore
        public boolean isFromOnePlace() {
            return wallet == null ? funds == null : card == null;
        }

        PayByHand.Ask ask() {
            PayByHand.From from = wallet == null
                    ? new PayByHand.From.Card(Optional.ofNullable(card))
                    : new PayByHand.From.Wallet(wallet, funds == Funds.CREDIT);
            return new PayByHand.Ask(
                    from,
                    instalment == null ? OptionalInt.empty() : OptionalInt.of(instalment),
                    amount == null ? OptionalLong.empty() : OptionalLong.of(amount));
        }
    }

    private final Commands commands;
    private final Transactions transactions;
    private final PayByHand payments;
    private final Caller caller;

    PaymentResource(Commands commands, Transactions transactions, PayByHand payments, Caller caller) {
        this.commands = commands;
        this.transactions = transactions;
        this.payments = payments;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @RequiresVerification(act = "repayment.pay", resource = "/api/v1/loans/{loan}")
    @HeedsIfMatch(table = "loan", id = "loan")
    @Operation(
            summary = "Pay an instalment from a bound card or a linked wallet's own funds",
            description =
                    "The oldest one that is due, or the next one once its period has begun. The payment is PENDING"
                            + " until the rail says what became of it: ask at its Location.")
    @APIResponseSchema(value = PaymentView.class, responseCode = "201")
    public Uni<Response> pay(@RestPath UUID loan, @Valid @NotNull Order order) {
        return commands.run(
                tx -> payments.pay(tx, caller.id(), loan, order.ask()).map(result -> reply(loan, result)));
    }

    private static Reply reply(UUID loan, Result<Payment, PaymentRefusal> result) {
        // That the credit line was to pay is a fact to be kept, though nothing was paid.
        if (result instanceof Result.Refused<Payment, PaymentRefusal>(PaymentRefusal.CreditNotAllowed refusal)) {
            return Reply.recorded(Problem.of(status(refusal), refusal));
        }
        return Reply.of(
                result,
                payment -> Reply.created(
                        "/api/v1/loans/%s/payments/%s".formatted(loan, payment.id()), PaymentView.of(payment)),
                PaymentResource::status);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "What became of a payment")
    public Uni<PaymentView> get(@RestPath UUID loan, @RestPath UUID id) {
        return transactions
                .run(tx -> payments.find(tx, caller.id(), loan, id))
                .map(found -> found.map(PaymentView::of).orElseThrow(PaymentResource::notFound));
    }

    @GET
    @Operation(summary = "Payments by hand, the newest first")
    public Uni<RestResponse<Page<PaymentView>>> list(
            @RestPath UUID loan, @BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(tx -> payments.list(tx, caller.id(), loan, Cursors.decodeId(query.cursor), query.limit + 1))
                .map(found -> Page.<Payment>of(
                                found.orElseThrow(PaymentResource::notFound),
                                query.limit,
                                payment -> Cursors.encode(payment.id().toString()))
                        .map(PaymentView::of)
                        .response(uri));
    }

    private static int status(PaymentRefusal refusal) {
        return switch (refusal) {
            case PaymentRefusal.NoSuchLoan none -> 404;
            case PaymentRefusal.LoanNotActive not -> 409;
            case PaymentRefusal.NoSuchCard none -> 422;
            case PaymentRefusal.WalletNotLinked not -> 422;
            case PaymentRefusal.CreditNotAllowed not -> 422;
            case PaymentRefusal.UnderWay underWay -> 409;
            case PaymentRefusal.AlreadyPaid paid -> 409;
            case PaymentRefusal.OlderIsUnpaid older -> 409;
            case PaymentRefusal.NotOpen not -> 409;
            case PaymentRefusal.PrepaymentScheduled waits -> 409;
            case PaymentRefusal.NothingOwed nothing -> 409;
            case PaymentRefusal.NoSuchInstalment none -> 422;
            case PaymentRefusal.AmountNotFitting not -> 422;
        };
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.notFound());
    }
}
