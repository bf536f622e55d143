package io.anju.contract.registration.http;

import io.anju.contract.registration.Registrations;
import io.anju.contract.registration.model.Registration;
import io.anju.kit.caller.Caller;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The customer's mortgages at the registry. */
@Path("/api/v1/mortgage-registrations")
@RolesAllowed("customer")
public class RegistrationsResource {
    private final Registrations registrations;
    private final Transactions transactions;
    private final Caller caller;

    RegistrationsResource(Registrations registrations, Transactions transactions, Caller caller) {
        this.registrations = registrations;
        this.transactions = transactions;
        this.caller = caller;
    }

    /** How far a mortgage's registration is. */
    @RegisterForReflection
    @Schema(name = "MortgageRegistration")
    public record RegistrationView(
            UUID id,
            UUID contractId,
            String state,
            Instant requestedAt,
            @Nullable String certificateNumber,
            @Nullable Instant registeredAt,
            @Nullable Instant releasedAt,
            @Nullable String reason) {
        static RegistrationView of(Registration registration) {
            return switch (registration) {
                case Registration.Pending _ -> view(registration, null, null, null, null);
                case Registration.Registered r -> view(r, r.certificateNumber(), r.registeredAt(), null, null);
                case Registration.Releasing r -> view(r, r.certificateNumber(), r.registeredAt(), null, null);
                case Registration.Released r -> view(r, r.certificateNumber(), r.registeredAt(), r.releasedAt(), null);
                case Registration.Rejected r -> view(r, null, null, null, r.reason());
            };
        }

        private static RegistrationView view(
                Registration registration,
                @Nullable String certificateNumber,
                @Nullable Instant registeredAt,
                @Nullable Instant releasedAt,
                @Nullable String reason) {
            Registration.Facts facts = registration.facts();
            return new RegistrationView(
                    facts.id(),
                    facts.contractId(),
                    registration.stateName(),
                    facts.requestedAt(),
                    certificateNumber,
                    registeredAt,
                    releasedAt,
                    reason);
        }
    }

    /** Newest first. */
    @GET
    public Uni<RestResponse<Page<RegistrationView>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(tx -> registrations.list(tx, caller.id(), Cursors.decodeId(query.cursor), query.limit + 1))
                .map(found -> Page.<Registration>of(
                                found,
                                query.limit,
                                last -> Cursors.encode(last.facts().id().toString()))
                        .map(RegistrationView::of)
                        .response(uri));
    }
}
