package io.anju.repayment.change.http;

import io.anju.kit.command.HeedsIfMatch;
import io.anju.kit.command.Idempotent;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.verification.RequiresVerification;
import io.anju.repayment.change.model.ChangeAsk;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Changing how the rate is set: ask for an offer, take it. */
@Path("/api/v1/loans/{loan}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("customer")
@Tag(name = "Rate changes")
public class RateChangeResource {

    /**
     * What is asked for.
     *
     * @param change the kind
     * @param cycleMonths 3, 6 or 12: with CYCLE and TO_FLOATING, and only with them
     */
    @RegisterForReflection
    public record RateChangeAsk(
            @NotNull RateKind change,
            @Nullable @Min(3) @Max(12) Integer cycleMonths) {

        @Schema(hidden = true)
        @AssertTrue(message = "cycleMonths with CYCLE and TO_FLOATING only")
        public boolean isComplete() {
            boolean wanted = change == RateKind.CYCLE || change == RateKind.TO_FLOATING;
            return (cycleMonths != null) == wanted;
        }

        /** One that was asked for before. */
        static RateChangeAsk of(ChangeAsk ask) {
            return new RateChangeAsk(
                    RateKind.valueOf(ask.kind().name()), ask.value().isEmpty() ? null : Integer.valueOf(ask.value()));
        }

        ChangeAsk ask() {
            return ChangeAsk.of(
                    ChangeAsk.Kind.valueOf(change.name()), cycleMonths == null ? "" : cycleMonths.toString());
        }
    }

    /** What can be asked for. */
    public enum RateKind {
        CYCLE,
        TO_FIXED,
        TO_FLOATING,
        SPREAD
    }

    /** @param quote id of the offer */
    @RegisterForReflection
    public record TakeRateChange(@NotNull UUID quote) {}

    private final OwnChanges changes;

    RateChangeResource(OwnChanges changes) {
        this.changes = changes;
    }

    @POST
    @Path("/rate-change-quotes")
    @Idempotent
    @HeedsIfMatch(table = "loan", id = "loan")
    @Operation(
            summary = "What another way of setting the rate would come to, before and after side by side",
            description =
                    "Another repricing cycle, fixed instead of floating or the other way round, or a spread as low as the public rule allows."
                            + " The quote is done exactly as it was simulated until the end of its last day, unless something"
                            + " happens to the loan before.")
    @APIResponseSchema(value = ChangeOfferView.class, responseCode = "201")
    public Uni<Response> quote(@RestPath UUID loan, @Valid @NotNull RateChangeAsk ask) {
        return changes.quote(loan, ask.ask());
    }

    @POST
    @Path("/rate-changes")
    @Idempotent
    @HeedsIfMatch(table = "loan", id = "loan")
    @RequiresVerification(act = "rate.change", resource = "/api/v1/loans/{loan}")
    @Operation(
            summary = "Take a quote",
            description = "The change is DONE at once, or it is AWAITING_AMENDMENT: then the amendment is read and"
                    + " signed like any contract, and the loan changes when it is sealed. A quote that has ended is"
                    + " refused with the reason, and with a fresh one in the problem's member fresh.")
    @APIResponseSchema(value = ChangeView.class, responseCode = "201")
    public Uni<Response> take(@RestPath UUID loan, @Valid @NotNull TakeRateChange take) {
        return changes.take(loan, ChangeAsk.Subject.RATE, take.quote());
    }

    @GET
    @Path("/rate-changes/{id}")
    @Operation(summary = "What became of a quote that was taken")
    public Uni<ChangeView> get(@RestPath UUID loan, @RestPath UUID id) {
        return changes.get(loan, ChangeAsk.Subject.RATE, id);
    }

    @GET
    @Path("/rate-changes")
    @Operation(summary = "Quotes that were taken, the newest first")
    public Uni<RestResponse<Page<ChangeView>>> list(
            @RestPath UUID loan, @BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return changes.list(loan, ChangeAsk.Subject.RATE, query, uri);
    }
}
