package io.anju.identity.disclosure.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.identity.disclosure.Disclosures;
import io.anju.identity.disclosure.model.Disclosure.Field;
import io.anju.identity.disclosure.model.DisclosureRefusal;
import io.anju.identity.http.Outcome;
import io.anju.kit.caller.Caller;
import io.anju.kit.caller.TakesActors;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Personal data for other services, by purpose. Each reading is recorded, and its customer sees it. A service reads with
 * its own token, or for a customer who is present with one that was exchanged for theirs: then of this customer alone.
 */
@Path("/internal/customers")
@RolesAllowed({"service", "customer"})
public class PartyResource {

    /** The fields that the purpose grants; the others are absent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record PartyBody(
            @Nullable String name,
            @Nullable String idNumber,
            @Nullable String phone) {

        static PartyBody of(Map<Field, String> values) {
            return new PartyBody(values.get(Field.NAME), values.get(Field.ID_NUMBER), values.get(Field.PHONE));
        }

        @Override
        public String toString() {
            return "PartyBody";
        }
    }

    private final Transactions transactions;
    private final Disclosures disclosures;
    private final Caller caller;

    PartyResource(Transactions transactions, Disclosures disclosures, Caller caller) {
        this.transactions = transactions;
        this.disclosures = disclosures;
        this.caller = caller;
    }

    /** Name, ID number and phone, for a contract or a card. */
    @GET
    @Path("{id}/party")
    @TakesActors("repayment-service binds a card for a customer who is present")
    public Uni<PartyBody> party(@PathParam("id") UUID id, @QueryParam("purpose") @NotBlank String purpose) {
        return read(id, purpose, null, EnumSet.allOf(Field.class));
    }

    /**
     * The phone alone, for a message or a permitted call.
     *
     * @param channel the way of the contact, where the customer consents to each way by itself
     */
    @GET
    @Path("{id}/contact")
    public Uni<PartyBody> contact(
            @PathParam("id") UUID id,
            @QueryParam("purpose") @NotBlank String purpose,
            @QueryParam("channel") @Size(max = 60) @Nullable String channel) {
        return read(id, purpose, channel, EnumSet.of(Field.PHONE));
    }

    private Uni<PartyBody> read(UUID id, String purpose, @Nullable String channel, Set<Field> wanted) {
        var ask = new Disclosures.Ask(reader(id), id, purpose, Optional.ofNullable(channel), wanted);
        return transactions
                .run(tx -> disclosures.read(tx, ask))
                .map(result -> Outcome.orProblem(result, PartyResource::status))
                .map(PartyBody::of);
    }

    private String reader(UUID customer) {
        if (caller.is("service")) {
            return caller.subject();
        }
        if (!caller.id().equals(customer)) {
            throw new ProblemException(Problem.notFound());
        }
        return caller.actor().orElseThrow(ForbiddenException::new);
    }

    private static int status(DisclosureRefusal refusal) {
        return switch (refusal) {
            case DisclosureRefusal.PurposeNotGranted ignored -> 403;
            case DisclosureRefusal.ConsentMissing ignored -> 403;
            case DisclosureRefusal.NotFound ignored -> 404;
            case DisclosureRefusal.NotVerified ignored -> 409;
        };
    }
}
