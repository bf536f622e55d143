package io.anju.repayment.account.http;

import io.anju.kit.caller.Caller;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.account.LoanAccounts;
import io.anju.repayment.account.model.StatementLine;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A loan's statement, from the ledger alone: JSON for a program, CSV (RFC 4180) for a spreadsheet. */
@Path("/api/v1/loans/{loan}/statement")
@RolesAllowed("customer")
@Tag(name = "Loans")
@RegisterForReflection(targets = {StatementLine.class})
public class StatementResource {

    /** Who does not ask for CSV gets JSON. */
    private static final String CSV_IF_ASKED_FOR = "text/csv;qs=0.5";

    /** The lines of a span of business dates. */
    @RegisterForReflection
    public record Statement(UUID loanId, List<StatementLine> lines) {}

    private final Transactions transactions;
    private final LoanAccounts accounts;
    private final Caller caller;

    StatementResource(Transactions transactions, LoanAccounts accounts, Caller caller) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What was paid out and paid, with the principal owed after each")
    public Uni<Statement> json(
            @RestPath UUID loan, @RestQuery @Nullable LocalDate from, @RestQuery @Nullable LocalDate to) {
        return lines(loan, from, to).map(lines -> new Statement(loan, lines));
    }

    @GET
    @Produces(CSV_IF_ASKED_FOR)
    @Operation(hidden = true)
    public Uni<String> csv(
            @RestPath UUID loan, @RestQuery @Nullable LocalDate from, @RestQuery @Nullable LocalDate to) {
        return lines(loan, from, to).map(StatementCsv::write);
    }

    private Uni<List<StatementLine>> lines(UUID loan, @Nullable LocalDate from, @Nullable LocalDate to) {
        return transactions
                .run(tx ->
                        accounts.statement(tx, caller.id(), loan, Optional.ofNullable(from), Optional.ofNullable(to)))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())));
    }
}
