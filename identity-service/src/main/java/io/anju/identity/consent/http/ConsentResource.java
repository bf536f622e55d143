package io.anju.identity.consent.http;

import io.anju.identity.consent.Consents;
import io.anju.identity.consent.SignedReceipt;
import io.anju.identity.consent.model.ConsentRefusal;
import io.anju.identity.consent.model.Receipt;
import io.anju.identity.http.Language;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** A customer's consents. */
@Path("/api/v1/me/consents")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("customer")
public class ConsentResource {

    /** The two ways to decide; what was granted is withdrawn by {@code DELETE}. */
    public enum Choice {
        GRANTED,
        REFUSED
    }

    /**
     * @param channel the way or the named recipient, where the purpose has any
     * @param version of the purpose that the customer was shown, as {@code GET /me/consents} gives it. Apps should send it:
     *     when the words have changed since, the decision is answered {@code 409 PURPOSE_CHANGED} and not kept
     * @param prompt id of the asking that this answers; absent when the customer began
     */
    @RegisterForReflection
    public record DecideConsent(
            @NotBlank @Size(max = 60) String purpose,
            @Size(max = 60) @Nullable String channel,
            @NotNull Choice decision,
            @Min(1) @Nullable Integer version,
            @Nullable UUID prompt) {}

    /**
     * The receipt of a decision.
     *
     * @param document the receipt as signed: a JWS by a key of the published set, good to show to anyone
     * @param proof where the evidence log proves that it holds the decision; a second or two after it was taken
     */
    @RegisterForReflection
    public record ReceiptBody(
            UUID receiptId,
            String purpose,
            int version,
            String channel,
            Receipt.Decision decision,
            Instant decidedAt,
            String document,
            String proof) {

        static ReceiptBody of(SignedReceipt signed) {
            Receipt receipt = signed.receipt();
            return new ReceiptBody(
                    receipt.id(),
                    receipt.subject().purpose(),
                    receipt.subject().version(),
                    receipt.subject().channel(),
                    receipt.decision(),
                    receipt.at(),
                    signed.document(),
                    signed.proof());
        }
    }

    /** Receipts of decisions that were taken together, each about a purpose and channel of its own. */
    @RegisterForReflection
    public record ReceiptsBody(List<ReceiptBody> items) {}

    private final Commands commands;
    private final Transactions transactions;
    private final Consents consents;
    private final Caller caller;
    private final Language language;

    ConsentResource(Commands commands, Transactions transactions, Consents consents, Caller caller, Language language) {
        this.commands = commands;
        this.transactions = transactions;
        this.consents = consents;
        this.caller = caller;
        this.language = language;
    }

    /** Every purpose, and where the caller stands on each. */
    @GET
    public Uni<ConsentOverview> overview() {
        return transactions
                .run(tx -> consents.overview(tx, caller.id()))
                .map(overview -> ConsentOverview.of(overview, language.tag()));
    }

    /** Grants or refuses. */
    @POST
    @Idempotent
    @APIResponseSchema(value = ReceiptBody.class, responseCode = "201")
    public Uni<Response> decide(@NotNull @Valid DecideConsent request) {
        String channel = request.channel() == null ? "" : request.channel();
        var decision = Receipt.Decision.valueOf(request.decision().name());
        var wish = new Consents.Wish(
                request.purpose(),
                channel,
                decision,
                Optional.ofNullable(request.version()),
                Optional.ofNullable(request.prompt()));
        return commands.run(tx -> consents.decide(tx, caller.id(), wish)
                .map(result -> Reply.of(
                        result,
                        signed -> Reply.created(location(signed), ReceiptBody.of(signed)),
                        ConsentResource::status)));
    }

    /** The receipt of a decision, again. */
    @GET
    @Path("receipts/{id}")
    public Uni<ReceiptBody> receipt(@PathParam("id") UUID id) {
        return transactions
                .run(tx -> consents.receipt(tx, caller.id(), id))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .map(ReceiptBody::of);
    }

    private static String location(SignedReceipt signed) {
        return "/api/v1/me/consents/receipts/" + signed.receipt().id();
    }

    /** Withdraws; in force everywhere at once. */
    @DELETE
    @Path("{purpose}")
    @APIResponseSchema(ReceiptBody.class)
    public Uni<Response> withdraw(
            @PathParam("purpose") String purpose, @QueryParam("channel") @DefaultValue("") String channel) {
        return commands.run(tx -> consents.withdraw(tx, caller.id(), purpose, channel)
                .map(result ->
                        Reply.of(result, receipt -> Reply.ok(ReceiptBody.of(receipt)), ConsentResource::status)));
    }

    /** Withdraws everything that is granted; data is then used for what the contract or a law needs alone. */
    @DELETE
    @APIResponseSchema(ReceiptsBody.class)
    public Uni<Response> withdrawAll() {
        return commands.run(tx -> consents.withdrawAll(tx, caller.id())
                .map(all -> Reply.ok(
                        new ReceiptsBody(all.stream().map(ReceiptBody::of).toList()))));
    }

    static int status(ConsentRefusal refusal) {
        return switch (refusal) {
            case ConsentRefusal.PurposeUnknown ignored -> 404;
            case ConsentRefusal.NeedsNoConsent ignored -> 409;
            case ConsentRefusal.ChannelUnknown ignored -> 422;
            case ConsentRefusal.NotGranted ignored -> 409;
            case ConsentRefusal.GrantedAlready ignored -> 409;
            case ConsentRefusal.RefusedBefore ignored -> 409;
            case ConsentRefusal.PromptUnknown ignored -> 404;
            case ConsentRefusal.PromptAnswered ignored -> 409;
            case ConsentRefusal.PurposeChanged ignored -> 409;
        };
    }
}
