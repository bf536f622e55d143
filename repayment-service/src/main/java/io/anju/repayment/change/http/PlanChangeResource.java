package io.anju.repayment.change.http;

import io.anju.kernel.schedule.Method;
import io.anju.kit.command.HeedsIfMatch;
import io.anju.kit.command.Idempotent;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.verification.RequiresVerification;
import io.anju.repayment.change.model.ChangeAsk;
import io.anju.repayment.change.model.Check;
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
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Changing the plan: ask for an offer, take it. */
@Path("/api/v1/loans/{loan}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("customer")
@Tag(name = "Plan changes")
@RegisterForReflection(targets = Check.class)
public class PlanChangeResource {

    /**
     * One of the four.
     *
     * @param dueDay another day of the month
     * @param method another way of repaying
     * @param extendBy months that the term is longer
     * @param interestOnly months of interest alone, the next instalment being the first
     */
    @RegisterForReflection
    public record PlanChangeAsk(
            @Nullable @Min(1) @Max(31) Integer dueDay,
            @Nullable Method method,
            @Nullable @Min(1) @Max(1200) Integer extendBy,
            @Nullable @Min(1) @Max(1200) Integer interestOnly) {

        @Schema(hidden = true)
        @AssertTrue(message = "one of dueDay, method, extendBy, interestOnly")
        public boolean isOne() {
            return Stream.of(dueDay, method, extendBy, interestOnly)
                            .filter(Objects::nonNull)
                            .count()
                    == 1;
        }

        ChangeAsk ask() {
            if (dueDay != null) {
                return new ChangeAsk.DueDay(dueDay);
            }
            if (method != null) {
                return new ChangeAsk.MethodTo(method);
            }
            return extendBy != null
                    ? new ChangeAsk.Longer(extendBy)
                    : new ChangeAsk.Relief(Objects.requireNonNull(interestOnly));
        }
    }

    /** @param quote id of the offer */
    @RegisterForReflection
    public record TakePlanChange(@NotNull UUID quote) {}

    private final OwnChanges changes;

    PlanChangeResource(OwnChanges changes) {
        this.changes = changes;
    }

    @POST
    @Path("/plan-change-quotes")
    @Idempotent
    @HeedsIfMatch(table = "loan", id = "loan")
    @Operation(
            summary = "What another plan would come to, before and after side by side",
            description = "Another due day, method, a longer term, or interest only for some months."
                    + " The quote is done exactly as it was simulated until the end of its last day, unless something"
                    + " happens to the loan before.")
    @APIResponseSchema(value = ChangeOfferView.class, responseCode = "201")
    public Uni<Response> quote(@RestPath UUID loan, @Valid @NotNull PlanChangeAsk ask) {
        return changes.quote(loan, ask.ask());
    }

    @POST
    @Path("/plan-changes")
    @Idempotent
    @HeedsIfMatch(table = "loan", id = "loan")
    @RequiresVerification(act = "repayment.plan-change", resource = "/api/v1/loans/{loan}")
    @Operation(
            summary = "Take a quote",
            description = "The change is DONE at once, or it is AWAITING_AMENDMENT: then the amendment is read and"
                    + " signed like any contract, and the loan changes when it is sealed. A quote that has ended is"
                    + " refused with the reason, and with a fresh one in the problem's member fresh.")
    @APIResponseSchema(value = ChangeView.class, responseCode = "201")
    public Uni<Response> take(@RestPath UUID loan, @Valid @NotNull TakePlanChange take) {
        return changes.take(loan, ChangeAsk.Subject.PLAN, take.quote());
    }

    @GET
    @Path("/plan-changes/{id}")
    @Operation(summary = "What became of a quote that was taken")
    public Uni<ChangeView> get(@RestPath UUID loan, @RestPath UUID id) {
        return changes.get(loan, ChangeAsk.Subject.PLAN, id);
    }

    @GET
    @Path("/plan-changes")
    @Operation(summary = "Quotes that were taken, the newest first")
    public Uni<RestResponse<Page<ChangeView>>> list(
            @RestPath UUID loan, @BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return changes.list(loan, ChangeAsk.Subject.PLAN, query, uri);
    }
}
