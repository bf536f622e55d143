package io.anju.care.complaint.http;

import io.anju.care.complaint.Answering;
import io.anju.care.complaint.ComplaintEntry;
import io.anju.care.complaint.ComplaintFiles.Deadline;
import io.anju.care.complaint.ComplaintFiles.Place;
import io.anju.care.complaint.model.ComplaintRefusal;
import io.anju.care.complaint.model.Kind;
import io.anju.care.complaint.model.Outcome;
import io.anju.kernel.result.Result;
import io.anju.kit.access.DataReads;
import io.anju.kit.access.ReadPurpose;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.HeedsIfMatch;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.http.ETags;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.time.CivilDates;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** Complaints and appeals, for the staff who answer them. */
@Path("/api/v1/staff/complaints")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("compliance")
public class StaffComplaintsResource {

    private final Answering answering;
    private final Transactions transactions;
    private final Commands commands;
    private final DataReads reads;
    private final Caller caller;

    StaffComplaintsResource(
            Answering answering, Transactions transactions, Commands commands, DataReads reads, Caller caller) {
        this.answering = answering;
        this.transactions = transactions;
        this.commands = commands;
        this.reads = reads;
        this.caller = caller;
    }

    @RegisterForReflection
    record Answer(
            @NotNull Outcome outcome,
            @NotBlank @Size(max = 8000) String text) {}

    /** A complaint in the queue: what was written is read one by one. */
    @RegisterForReflection
    record QueueItem(UUID id, Kind kind, String about, String state, LocalDate dueDate, boolean overdue) {

        static QueueItem of(ComplaintEntry entry, boolean overdue) {
            var view = ComplaintView.of(entry);
            return new QueueItem(view.id(), view.kind(), view.about().name(), view.state(), view.dueDate(), overdue);
        }
    }

    @GET
    @Operation(
            summary = "Complaints and appeals that wait for an answer, the most urgent first",
            description = "With overdue=true only those whose last day has gone by.")
    public Uni<RestResponse<Page<QueueItem>>> listPending(
            @QueryParam("overdue") @DefaultValue("false") boolean overdue,
            @BeanParam @Valid PageQuery query,
            @Context UriInfo uri) {
        var after = Cursors.decode(query.cursor, StaffComplaintsResource::place);
        return transactions
                .run(tx -> answering.listPending(tx, overdue, after, query.limit + 1))
                .map(rows -> rows.stream()
                        .map(entry -> QueueItem.of(entry, answering.isOverdue(entry)))
                        .toList())
                .map(items -> Page.of(items, query.limit, last -> Cursors.encode(last.dueDate() + " " + last.id()))
                        .response(uri));
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "A complaint or an appeal with what the customer wrote",
            description = "The reading is recorded. Every deadline it has had is shown, a missed one too.")
    @APIResponseSchema(StaffComplaintView.class)
    public Uni<Response> read(@PathParam("id") UUID id) {
        var officer = caller.id();
        return transactions.run(tx -> answering
                .read(tx, officer, id)
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .call(entry -> told(tx, entry))
                .flatMap(entry -> answering.listDeadlines(tx, id).map(deadlines -> shown(entry, deadlines))));
    }

    private Response shown(ComplaintEntry entry, List<Deadline> deadlines) {
        return ETags.response(entry.version(), StaffComplaintView.of(entry, answering.isOverdue(entry), deadlines));
    }

    @POST
    @Path("/{id}/recusal")
    @HeedsIfMatch(table = "complaint")
    @Idempotent
    @Operation(summary = "I had a part in the matter and step aside")
    @APIResponseSchema(ComplaintView.class)
    public Uni<Response> recuse(@PathParam("id") UUID id) {
        var officer = caller.id();
        return commands.run(tx -> answering.recuse(tx, officer, id).flatMap(result -> reply(tx, result)));
    }

    @POST
    @Path("/{id}/extension")
    @HeedsIfMatch(table = "complaint")
    @Idempotent
    @Operation(
            summary = "More time within the law",
            description = "Once because the matter is complex; a second time by another person; no third, and none once"
                    + " the last day has gone by (COMPLAINT_OVERDUE).")
    @APIResponseSchema(ComplaintView.class)
    public Uni<Response> extend(@PathParam("id") UUID id) {
        var officer = caller.id();
        return commands.run(tx -> answering.extend(tx, officer, id).flatMap(result -> reply(tx, result)));
    }

    @POST
    @Path("/{id}/answer")
    @HeedsIfMatch(table = "complaint")
    @Idempotent
    @Operation(summary = "The written answer", description = "Not by anybody who had a part in the matter (RECUSED).")
    @APIResponseSchema(ComplaintView.class)
    public Uni<Response> answer(@PathParam("id") UUID id, @Valid @NotNull Answer body) {
        var officer = caller.id();
        return commands.run(tx ->
                answering.answer(tx, officer, id, body.outcome(), body.text()).flatMap(result -> reply(tx, result)));
    }

    private Uni<Reply> reply(Tx tx, Result<ComplaintEntry, ComplaintRefusal> result) {
        var reply = ComplaintStatus.reply(result);
        return result instanceof Result.Ok<ComplaintEntry, ComplaintRefusal>(ComplaintEntry entry)
                ? told(tx, entry).replaceWith(reply)
                : Uni.createFrom().item(reply);
    }

    /** The answer shows the caller what the customer wrote. */
    private Uni<Void> told(Tx tx, ComplaintEntry shown) {
        return reads.tell(
                tx,
                shown.complaint().file().customer(),
                ReadPurpose.COMPLAINT_HANDLING,
                "/api/v1/staff/complaints/" + shown.id());
    }

    private static Place place(String cursor) {
        var parts = cursor.split(" ", 2);
        return new Place(CivilDates.parse(parts[0]), UUID.fromString(parts[1]));
    }
}
