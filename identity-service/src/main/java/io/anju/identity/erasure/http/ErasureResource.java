package io.anju.identity.erasure.http;

import io.anju.identity.erasure.Erasures;
import io.anju.identity.erasure.Relations;
import io.anju.identity.erasure.model.ErasureRefusal;
import io.anju.identity.http.Language;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.tx.Transactions;
import io.anju.kit.verification.RequiresVerification;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * The right to be erased (PIPL art. 47), which is also how an account is closed: the law knows no closed account whose
 * data goes on being used.
 */
@Path("/api/v1/me/erasure")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("customer")
public class ErasureResource {

    private final Commands commands;
    private final Transactions transactions;
    private final Erasures erasures;
    private final Relations relations;
    private final Caller caller;
    private final Language language;

    ErasureResource(
            Commands commands,
            Transactions transactions,
            Erasures erasures,
            Relations relations,
            Caller caller,
            Language language) {
        this.commands = commands;
        this.transactions = transactions;
        this.erasures = erasures;
        this.relations = relations;
        this.caller = caller;
        this.language = language;
    }

    /** What would be deleted now, what is kept under which law until when, and what stands in the way. */
    @GET
    public Uni<ErasureBody> plan() {
        var customer = caller.id();
        var tag = language.tag();
        return transactions
                .run(tx -> erasures.find(tx, customer))
                .flatMap(done -> done.isPresent()
                        ? Uni.createFrom().item(ErasureBody.of(done.get(), tag))
                        : relations
                                .of(customer)
                                .flatMap(relation -> transactions.run(tx -> erasures.plan(tx, customer, relation)))
                                .map(plan -> ErasureBody.of(plan, tag)));
    }

    /**
     * Closes the account for good and erases it. Refused while a loan lives, an application is under way or the law holds
     * the data.
     */
    @POST
    @Idempotent
    @RequiresVerification(act = "privacy.erase", resource = "/api/v1/me/erasure")
    @APIResponseSchema(value = ErasureBody.class, responseCode = "201")
    public Uni<Response> erase() {
        var customer = caller.id();
        var tag = language.tag();
        // Asked before the transaction, so that no connection waits for the neighbour.
        return relations
                .of(customer)
                .flatMap(relation -> commands.run(tx -> erasures.erase(tx, customer, relation)
                        .map(result -> Reply.of(
                                result,
                                kept -> Reply.created("/api/v1/me/erasure", ErasureBody.of(kept, tag)),
                                ErasureResource::status))));
    }

    static int status(ErasureRefusal refusal) {
        return switch (refusal) {
            case ErasureRefusal.LoanLives ignored -> 409;
            case ErasureRefusal.Held ignored -> 409;
            case ErasureRefusal.CustomerUnknown ignored -> 404;
            case ErasureRefusal.SameHands ignored -> 403;
            case ErasureRefusal.NothingProposed ignored -> 409;
            case ErasureRefusal.NotFound ignored -> 404;
        };
    }
}
