package io.anju.identity.consent.http;

import io.anju.identity.consent.Consents;
import io.anju.identity.consent.model.ConsentRefusal;
import io.anju.identity.consent.model.Receipt;
import io.anju.identity.http.Language;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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

    /** @param channel the way or the named recipient, where the purpose has any */
    @RegisterForReflection
    public record DecideConsent(
            @NotBlank @Size(max = 60) String purpose,
            @Size(max = 60) @Nullable String channel,
            @NotNull Choice decision) {}

    /** The receipt of a decision. */
    @RegisterForReflection
    public record ReceiptBody(
            UUID receiptId, String purpose, int version, String channel, Receipt.Decision decision, Instant decidedAt) {

        static ReceiptBody of(Receipt receipt) {
            return new ReceiptBody(
                    receipt.id(),
                    receipt.subject().purpose(),
                    receipt.subject().version(),
                    receipt.subject().channel(),
                    receipt.decision(),
                    receipt.at());
        }
    }

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
        return commands.run(tx -> consents.decide(tx, caller.id(), request.purpose(), channel, decision)
                .map(result -> Reply.of(
                        result,
                        receipt -> Reply.created("/api/v1/me/consents", ReceiptBody.of(receipt)),
                        ConsentResource::status)));
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

    private static int status(ConsentRefusal refusal) {
        return switch (refusal) {
            case ConsentRefusal.PurposeUnknown ignored -> 404;
            case ConsentRefusal.NeedsNoConsent ignored -> 409;
            case ConsentRefusal.ChannelUnknown ignored -> 422;
            case ConsentRefusal.NotGranted ignored -> 409;
        };
    }
}
