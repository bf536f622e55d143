package io.anju.repayment.card.http;

import io.anju.kernel.result.Result;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.anju.kit.verification.RequiresVerification;
import io.anju.repayment.card.CardBinding;
import io.anju.repayment.card.Party;
import io.anju.repayment.card.model.Card;
import io.anju.repayment.card.model.CardRefusal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The customer's bank cards. */
@Path("/api/v1/cards")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("customer")
@Tag(name = "Cards")
public class CardResource {

    /** @param cardNumber 12 to 19 digits; handed to the card network and not kept */
    @RegisterForReflection
    public record Binding(
            @NotNull @Pattern(regexp = "[0-9]{12,19}") String cardNumber) {}

    /** @param code that the card network sent by SMS */
    @RegisterForReflection
    public record Confirmation(
            @NotNull @Pattern(regexp = "[0-9]{6}") String code) {}

    /**
     * @param position from 1, the default card; behind all others where there are fewer
     * @param fallback whether the card may be debited by itself when a card before it has refused for want of funds, or
     *     since it is closed; absent for no
     */
    @RegisterForReflection
    public record Placing(
            @NotNull @Min(1) @Max(100) Integer position,
            @Nullable Boolean fallback) {}

    private final Commands commands;
    private final Transactions transactions;
    private final CardBinding cards;
    private final Caller caller;

    CardResource(Commands commands, Transactions transactions, CardBinding cards, Caller caller) {
        this.commands = commands;
        this.transactions = transactions;
        this.cards = cards;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "My bound cards in the order in which they are tried, the one that is debited by itself first")
    public Uni<RestResponse<Page<CardView>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(tx -> cards.list(tx, caller.id()))
                .map(bound -> Page.<Card.Bound>from(
                                bound, query, card -> card.id().toString())
                        .map(CardView::of)
                        .response(uri));
    }

    @POST
    @Idempotent
    @RequiresVerification(act = "card.bind", resource = "/api/v1/cards")
    @Operation(summary = "Begin to bind a card; its network sends a code by SMS")
    @APIResponseSchema(value = CardView.class, responseCode = "201")
    public Uni<Response> bind(@Valid @NotNull Binding binding) {
        return cards.holder(caller.id())
                .map(CardResource::orThrow)
                .flatMap(holder -> commands.run(tx -> cards.request(tx, caller.id())
                                .map(card -> Reply.created(path(card.id()), CardView.of(card))))
                        .flatMap(kept -> kept.getStatus() == Response.Status.CREATED.getStatusCode()
                                ? begin(idIn(kept), holder, binding.cardNumber())
                                : Uni.createFrom().item(kept)));
    }

    private Uni<Response> begin(UUID card, Party holder, String cardNumber) {
        return cards.begin(card, caller.id(), holder, cardNumber)
                .map(CardResource::orThrow)
                .map(begun -> Response.created(URI.create(path(card)))
                        .entity(CardView.of(begun))
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .build());
    }

    /** The card that the first answer to this request was about; a repeated request is answered alike. */
    private static UUID idIn(Response kept) {
        String location = kept.getHeaderString(HttpHeaders.LOCATION);
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    private static String path(UUID card) {
        return "/api/v1/cards/" + card;
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of my cards, and how far its binding is")
    public Uni<CardView> get(@RestPath UUID id) {
        return transactions
                .run(tx -> cards.find(tx, caller.id(), id))
                .map(found -> CardView.of(found.orElseThrow(() -> new ProblemException(Problem.notFound()))));
    }

    @POST
    @Path("/{id}/confirmation")
    @Idempotent
    @Operation(summary = "End the binding with the code")
    @APIResponseSchema(CardView.class)
    public Uni<Response> confirm(@RestPath UUID id, @Valid @NotNull Confirmation confirmation) {
        return cards.confirm(caller.id(), id, confirmation.code())
                .map(CardResource::orThrow)
                .flatMap(token -> commands.run(tx -> cards.bind(tx, caller.id(), id, token)
                        .map(result -> reply(result, card -> Reply.ok(CardView.of(card))))));
    }

    @PUT
    @Path("/{id}/preference")
    @RequiresVerification(act = "card.prefer", resource = "/api/v1/cards/{id}")
    @Operation(summary = "Have instalments debited from this card")
    @APIResponseSchema(CardView.class)
    public Uni<Response> prefer(@RestPath UUID id) {
        return commands.run(tx ->
                cards.prefer(tx, caller.id(), id).map(result -> reply(result, card -> Reply.ok(CardView.of(card)))));
    }

    @PUT
    @Path("/{id}/position")
    @RequiresVerification(act = "card.prefer", resource = "/api/v1/cards/{id}")
    @Operation(
            summary = "Put a card at its place in the order in which my cards are tried",
            description =
                    "The first is the default one. When it has not enough, or is closed, the next attempt is made at"
                            + " the next card of the order that has `fallback`; a card without is never debited in its stead."
                            + " The other cards keep their order.")
    @APIResponseSchema(CardView.class)
    public Uni<Response> place(@RestPath UUID id, @Valid @NotNull Placing placing) {
        boolean fallback = Boolean.TRUE.equals(placing.fallback());
        return commands.run(tx -> cards.place(tx, caller.id(), id, placing.position(), fallback)
                .map(result -> reply(result, card -> Reply.ok(CardView.of(card)))));
    }

    @DELETE
    @Path("/{id}")
    @RequiresVerification(act = "card.unbind", resource = "/api/v1/cards/{id}")
    @Operation(
            summary = "Unbind a card",
            description = "409 CARD_LAST_FOR_ACTIVE_LOAN when a loan would be left without a way to pay; with"
                    + " acknowledged=true it is done all the same.")
    @APIResponse(responseCode = "204", description = "Done")
    public Uni<Response> unbind(@RestPath UUID id, @RestQuery boolean acknowledged) {
        return commands.run(tx -> cards.unbind(tx, caller.id(), id, acknowledged)
                .map(result -> reply(result, card -> Reply.noContent())));
    }

    private static <T extends Card> Reply reply(Result<T, CardRefusal> result, Function<T, Reply> agreed) {
        return Reply.of(result, agreed, CardResource::status);
    }

    private static <T> T orThrow(Result<T, CardRefusal> result) {
        return switch (result) {
            case Result.Ok<T, CardRefusal>(T value) -> value;
            case Result.Refused<T, CardRefusal>(CardRefusal refusal) ->
                throw new ProblemException(Problem.of(status(refusal), refusal));
        };
    }

    private static int status(CardRefusal refusal) {
        return switch (refusal) {
            case CardRefusal.NoSuchCard none -> 404;
            case CardRefusal.NotAccepted not -> 422;
            case CardRefusal.CodeWrong wrong -> 422;
            case CardRefusal.BindingEnded ended -> 409;
            case CardRefusal.AlreadyBound already -> 409;
            case CardRefusal.TooMany many -> 409;
            case CardRefusal.HolderUnknown unknown -> 409;
            case CardRefusal.LeavesLoanWithoutWayToPay leaves -> 409;
        };
    }
}
