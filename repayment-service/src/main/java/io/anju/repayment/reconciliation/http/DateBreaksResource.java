package io.anju.repayment.reconciliation.http;

import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.time.CivilDate;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.rail.model.Break;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.reconciliation.BreakDesk;
import io.anju.repayment.reconciliation.TrackedBreaks.Filter;
import io.anju.repayment.reconciliation.model.ReconciliationRefusal;
import io.anju.repayment.reconciliation.model.TrackedBreak;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The breaks of one date: JSON in pages, CSV (RFC 4180) in one piece. */
@Path("/api/v1/staff/reconciliations/{date}/breaks")
@RolesAllowed({"loan-officer", "compliance", "auditor", "admin"})
@Tag(name = "Reconciliation")
public class DateBreaksResource {

    /** Who does not ask for another form gets JSON. */
    private static final String CSV_IF_ASKED_FOR = "text/csv;qs=0.5";

    private static final int CSV_MOST = 10_000;

    private final Transactions transactions;
    private final BreakDesk desk;
    private final BusinessClock clock;

    DateBreaksResource(Transactions transactions, BreakDesk desk, BusinessClock clock) {
        this.transactions = transactions;
        this.desk = desk;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Breaks of a date")
    public Uni<RestResponse<Page<BreakView>>> json(
            @RestPath @CivilDate LocalDate date,
            @RestQuery @Nullable Channel source,
            @RestQuery Break.@Nullable Kind kind,
            @RestQuery @Nullable Boolean resolved,
            @BeanParam @Valid PageQuery query,
            @Context UriInfo uri) {
        Instant now = clock.now();
        return transactions
                .run(tx -> desk.list(
                        tx, filter(source, date, kind, resolved), Cursors.decodeId(query.cursor), query.limit + 1))
                .map(found -> Page.<TrackedBreak>of(
                                found,
                                query.limit,
                                last -> Cursors.encode(last.id().toString()))
                        .map(one -> BreakView.of(one, now))
                        .response(uri));
    }

    @GET
    @Produces(CSV_IF_ASKED_FOR)
    @Operation(hidden = true)
    public Uni<String> csv(
            @RestPath @CivilDate LocalDate date,
            @RestQuery @Nullable Channel source,
            @RestQuery Break.@Nullable Kind kind,
            @RestQuery @Nullable Boolean resolved) {
        return transactions
                .run(tx -> desk.list(tx, filter(source, date, kind, resolved), Optional.empty(), CSV_MOST + 1))
                .map(this::write);
    }

    private String write(List<TrackedBreak> found) {
        if (found.size() > CSV_MOST) {
            throw new ProblemException(Problem.of(422, new ReconciliationRefusal.TooMany(CSV_MOST)));
        }
        Instant now = clock.now();
        return BreakCsv.write(found.stream().map(one -> BreakView.of(one, now)).toList());
    }

    private static Filter filter(
            @Nullable Channel source, LocalDate date, Break.@Nullable Kind kind, @Nullable Boolean resolved) {
        return new Filter(
                Optional.of(source == null ? Channel.RAIL : source),
                Optional.of(date),
                Optional.ofNullable(kind),
                Optional.ofNullable(resolved));
    }
}
