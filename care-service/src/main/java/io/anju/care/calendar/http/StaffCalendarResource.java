package io.anju.care.calendar.http;

import io.anju.care.calendar.CalendarChanges;
import io.anju.care.calendar.model.CalendarProposal;
import io.anju.care.calendar.model.CalendarRefusal;
import io.anju.care.calendar.model.CalendarYear;
import io.anju.kernel.result.Result;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.anju.kit.verification.RequiresVerification;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.jboss.resteasy.reactive.RestResponse;

/** The public holidays of a year: one officer proposes them as announced, a second one puts them in force. */
@Path("/api/v1/staff/calendars")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("compliance")
public class StaffCalendarResource {

    private static final int DAYS_OF_A_YEAR = 366;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private final Commands commands;
    private final Transactions transactions;
    private final CalendarChanges changes;
    private final Caller caller;

    StaffCalendarResource(Commands commands, Transactions transactions, CalendarChanges changes, Caller caller) {
        this.commands = commands;
        this.transactions = transactions;
        this.changes = changes;
        this.caller = caller;
    }

    /**
     * A year's calendar.
     *
     * @param source the State Council's notice
     * @param daysOff each day off, weekends among them
     * @param makeUpDays weekend days that are worked instead
     */
    @RegisterForReflection
    record CalendarBody(
            @Min(FIRST_YEAR) @Max(LAST_YEAR) int year,
            @NotBlank @Size(max = 200) String source,
            @NotEmpty @Size(max = DAYS_OF_A_YEAR) List<@NotNull @Valid DayOffBody> daysOff,
            @NotNull @Size(max = DAYS_OF_A_YEAR) List<@NotNull LocalDate> makeUpDays) {

        CalendarYear toModel() {
            return new CalendarYear(
                    year,
                    source.strip(),
                    daysOff.stream().map(DayOffBody::toModel).toList(),
                    makeUpDays);
        }
    }

    enum Verdict {
        APPROVED,
        REFUSED
    }

    @RegisterForReflection
    record CalendarDecision(
            @NotNull Verdict decision,
            @NotBlank @Size(max = 500) String reason) {}

    @POST
    @Idempotent
    @Operation(
            summary = "Propose the public holidays of a year",
            description =
                    "This year's or the next one's, complete, each day off and each weekend day worked instead. Of"
                            + " days before today it says what holds already.")
    @APIResponseSchema(value = CalendarView.class, responseCode = "201")
    public Uni<Response> propose(@Valid @NotNull CalendarBody body) {
        var officer = caller.id();
        return commands.run(tx -> changes.propose(tx, body.toModel(), officer)
                .map(result -> Reply.of(
                        result,
                        proposal ->
                                Reply.created("/api/v1/staff/calendars/" + proposal.id(), CalendarView.of(proposal)),
                        StaffCalendarResource::status)));
    }

    @POST
    @Path("/{id}/decision")
    @Idempotent
    @RequiresVerification(act = "calendar.approve", resource = "/api/v1/staff/calendars/{id}")
    @Operation(
            summary = "Approve or refuse a proposed calendar; 403 SAME_PERSON to who proposed it",
            description = "Approved, it holds from today on, here and for bills.")
    @APIResponseSchema(CalendarView.class)
    public Uni<Response> decide(@PathParam("id") UUID id, @Valid @NotNull CalendarDecision body) {
        var officer = caller.id();
        return commands.run(tx -> (switch (body.decision()) {
                    case APPROVED -> changes.approve(tx, id, officer, body.reason());
                    case REFUSED -> changes.refuse(tx, id, officer, body.reason());
                })
                .map(StaffCalendarResource::reply));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @Operation(summary = "Take back a calendar one has proposed; 403 NOT_THE_PROPOSER")
    @APIResponseSchema(CalendarView.class)
    public Uni<Response> withdraw(@PathParam("id") UUID id) {
        var officer = caller.id();
        return commands.run(tx -> changes.withdraw(tx, id, officer).map(StaffCalendarResource::reply));
    }

    @GET
    @Operation(summary = "Proposed calendars and what became of them, the newest first")
    public Uni<RestResponse<Page<CalendarView>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(tx -> changes.list(tx, Cursors.decodeId(query.cursor), query.limit + 1))
                .map(found -> Page.<CalendarProposal>of(
                                found,
                                query.limit,
                                last -> Cursors.encode(last.id().toString()))
                        .map(CalendarView::of)
                        .response(uri));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One proposed calendar")
    public Uni<CalendarView> get(@PathParam("id") UUID id) {
        return transactions
                .run(tx -> changes.find(tx, id))
                .map(found -> CalendarView.of(found.orElseThrow(() -> new ProblemException(Problem.notFound()))));
    }

    @GET
    @Path("/years/{year}")
    @Operation(summary = "What holds of a year", description = "Whether it is announced, and its days off as known.")
    public Uni<YearView> year(@PathParam("year") int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new ProblemException(Problem.notFound());
        }
        return transactions.run(tx -> changes.inForce(tx, year)).map(YearView::of);
    }

    /** Without a result there is no such proposal. */
    private static Reply reply(Optional<Result<CalendarProposal.Decided, CalendarRefusal>> found) {
        return found.map(result ->
                        Reply.of(result, decided -> Reply.ok(CalendarView.of(decided)), StaffCalendarResource::status))
                .orElseGet(() -> Reply.problem(Problem.notFound()));
    }

    private static int status(CalendarRefusal refusal) {
        return switch (refusal) {
            case CalendarRefusal.SamePerson same -> 403;
            case CalendarRefusal.NotTheProposer other -> 403;
            case CalendarRefusal.AlreadyDecided over -> 409;
            case CalendarRefusal.ProposalOpen open -> 409;
            case CalendarRefusal.PastChanged past -> 409;
            case CalendarRefusal.YearNotOpen year -> 422;
            case CalendarRefusal.OutOfYear days -> 422;
            case CalendarRefusal.DayTwice days -> 422;
            case CalendarRefusal.MakeUpNotWeekend days -> 422;
            case CalendarRefusal.Incomplete missing -> 422;
        };
    }
}
