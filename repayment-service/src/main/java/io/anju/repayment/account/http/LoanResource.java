package io.anju.repayment.account.http;

import io.anju.kit.caller.Caller;
import io.anju.kit.http.ETags;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.FieldError;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.account.LoanAccounts;
import io.anju.repayment.account.model.InstalmentRow;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The borrower's loans. */
@Path("/api/v1/loans")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("customer")
@Tag(name = "Loans")
@RegisterForReflection(targets = InstalmentRow.class)
public class LoanResource {

    /** For which a settlement figure is reckoned ahead; the longest year. */
    private static final int MOST_DAYS_AHEAD = 366;

    /** The instalments of a loan. */
    @RegisterForReflection
    public record Schedule(UUID loanId, List<InstalmentRow> instalments) {}

    private final Transactions transactions;
    private final LoanAccounts accounts;
    private final BusinessClock clock;
    private final Caller caller;

    LoanResource(Transactions transactions, LoanAccounts accounts, BusinessClock clock, Caller caller) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "My loans")
    public Uni<RestResponse<Page<LoanView>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(tx -> accounts.list(tx, caller.id(), Cursors.decodeId(query.cursor), query.limit + 1))
                .map(found -> Page.<LoanAccounts.Standing>of(
                                found,
                                query.limit,
                                standing -> Cursors.encode(standing.id().toString()))
                        .map(LoanView::of)
                        .response(uri));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Where a loan stands")
    @APIResponseSchema(LoanView.class)
    public Uni<Response> get(@RestPath UUID id) {
        return transactions
                .run(tx -> accounts.find(tx, caller.id(), id))
                .map(LoanResource::orNotFound)
                .map(standing -> Response.ok(LoanView.of(standing))
                        .header("ETag", ETags.of(standing.stored().version()))
                        .build());
    }

    @GET
    @Path("/{id}/schedule")
    @Operation(summary = "Every instalment, billed and to come")
    public Uni<Schedule> schedule(@RestPath UUID id) {
        return transactions
                .run(tx -> accounts.schedule(tx, caller.id(), id))
                .map(LoanResource::orNotFound)
                .map(rows -> new Schedule(id, rows));
    }

    @GET
    @Path("/{id}/instalments")
    @Operation(summary = "Instalments billed so far and the next one, with what is owed today")
    public Uni<RestResponse<Page<InstalmentRow>>> instalments(
            @RestPath UUID id, @BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(tx -> accounts.schedule(tx, caller.id(), id))
                .map(LoanResource::orNotFound)
                .map(rows -> Page.of(
                                after(query, upToNext(rows)),
                                query.limit,
                                row -> Cursors.encode(Integer.toString(row.number())))
                        .response(uri));
    }

    @GET
    @Path("/{id}/rate")
    @Operation(summary = "The rate, where it comes from and how it changed")
    public Uni<RateView> rate(@RestPath UUID id) {
        return transactions
                .run(tx -> accounts.rateHistory(tx, caller.id(), id))
                .map(LoanResource::orNotFound)
                .map(RateView::of);
    }

    @GET
    @Path("/{id}/settlement")
    @Operation(
            summary = "What would end the loan on a day",
            description = "From today to the day before the next due date. To end it, ask for a prepayment quote with"
                    + " \"full\": true. Beyond a repricing day the figure is an estimate at today's rate, and says so. Of"
                    + " a loan that is billed to its end, any day up to 366 days from today.")
    public Uni<SettlementView> settlement(@RestPath UUID id, @RestQuery @Nullable LocalDate date) {
        if (date != null && date.isAfter(clock.today().plusDays(MOST_DAYS_AHEAD))) {
            throw ProblemException.invalid(FieldError.of("date", "DATE_TOO_FAR"));
        }
        return transactions
                .run(tx -> accounts.settlement(tx, caller.id(), id, Optional.ofNullable(date)))
                .map(LoanResource::orNotFound)
                .map(figure -> figure.map(SettlementView::of)
                        .orElseThrow(() -> new ProblemException(Problem.of(409, "SETTLEMENT_NOT_OFFERED"))));
    }

    private static List<InstalmentRow> upToNext(List<InstalmentRow> rows) {
        long billed = rows.stream()
                .filter(row -> row.state() != InstalmentRow.State.UPCOMING)
                .count();
        return rows.stream().limit(billed + 1).toList();
    }

    private static List<InstalmentRow> after(PageQuery query, List<InstalmentRow> rows) {
        int last = Cursors.decode(query.cursor, Integer::parseInt).orElse(0);
        return rows.stream()
                .filter(row -> row.number() > last)
                .limit(query.limit + 1L)
                .toList();
    }

    private static <T> T orNotFound(Optional<T> found) {
        return found.orElseThrow(() -> new ProblemException(Problem.notFound()));
    }
}
