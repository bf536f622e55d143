package io.anju.repayment.account.http;

import io.anju.kernel.result.Result;
import io.anju.kit.caller.Caller;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.time.CivilDate;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.account.StatementPaper;
import io.anju.repayment.account.Statements;
import io.anju.repayment.account.model.Statement;
import io.anju.repayment.account.model.StatementLine;
import io.anju.repayment.account.model.StatementRefusal;
import io.anju.repayment.ledger.model.Position;
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
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * A loan's statement, from the ledger alone: JSON in pages for a program, CSV (RFC 4180) for a spreadsheet and PDF for
 * the eye in one piece.
 */
@Path("/api/v1/loans/{loan}/statement")
@RolesAllowed("customer")
@Tag(name = "Loans")
@RegisterForReflection(targets = {StatementLine.class})
public class StatementResource {

    /** Who does not ask for another form gets JSON. */
    private static final String CSV_IF_ASKED_FOR = "text/csv;qs=0.5";

    private static final String PDF_IF_ASKED_FOR = "application/pdf;qs=0.4";

    private final Transactions transactions;
    private final Statements statements;
    private final StatementPaper paper;
    private final BusinessClock clock;
    private final Caller caller;

    StatementResource(
            Transactions transactions,
            Statements statements,
            StatementPaper paper,
            BusinessClock clock,
            Caller caller) {
        this.transactions = transactions;
        this.statements = statements;
        this.paper = paper;
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What was paid out and paid, with the principal owed after each")
    public Uni<RestResponse<StatementView>> json(
            @RestPath UUID loan,
            @RestQuery @Nullable @CivilDate LocalDate from,
            @RestQuery @Nullable @CivilDate LocalDate to,
            @BeanParam @Valid PageQuery query,
            @Context UriInfo uri) {
        Position after = Cursors.decode(query.cursor, Position::parse).orElse(Position.before(first(from)));
        return transactions
                .run(tx -> statements.page(tx, caller.id(), loan, after, last(to), query.limit + 1))
                .map(StatementResource::orProblem)
                .map(statement -> StatementView.of(loan, statement, query.limit).response(uri));
    }

    @GET
    @Produces(CSV_IF_ASKED_FOR)
    @Operation(hidden = true)
    public Uni<String> csv(
            @RestPath UUID loan,
            @RestQuery @Nullable @CivilDate LocalDate from,
            @RestQuery @Nullable @CivilDate LocalDate to) {
        return whole(loan, from, to).map(statement -> StatementCsv.write(statement.lines()));
    }

    @GET
    @Produces(PDF_IF_ASKED_FOR)
    @Operation(hidden = true)
    public Uni<byte[]> pdf(
            @RestPath UUID loan,
            @RestQuery @Nullable @CivilDate LocalDate from,
            @RestQuery @Nullable @CivilDate LocalDate to) {
        return whole(loan, from, to)
                .flatMap(statement -> paper.print(loan, first(from), last(to), statement, clock.now()));
    }

    private Uni<Statement> whole(UUID loan, @Nullable LocalDate from, @Nullable LocalDate to) {
        return transactions
                .run(tx -> statements.whole(tx, caller.id(), loan, first(from), last(to)))
                .map(StatementResource::orProblem);
    }

    private static LocalDate first(@Nullable LocalDate from) {
        return from == null ? LocalDate.EPOCH : from;
    }

    private LocalDate last(@Nullable LocalDate to) {
        return to == null ? clock.today() : to;
    }

    private static Statement orProblem(Result<Statement, StatementRefusal> result) {
        return switch (result) {
            case Result.Ok<Statement, StatementRefusal>(Statement statement) -> statement;
            case Result.Refused<Statement, StatementRefusal>(StatementRefusal refusal) ->
                throw new ProblemException(problem(refusal));
        };
    }

    private static Problem problem(StatementRefusal refusal) {
        return switch (refusal) {
            case StatementRefusal.NoSuchLoan none -> Problem.notFound();
            case StatementRefusal.TooLong tooLong -> Problem.of(422, tooLong);
        };
    }
}
