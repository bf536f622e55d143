package io.anju.repayment.ledger.http;

import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.ledger.Ledger;
import io.anju.repayment.ledger.model.Position;
import io.anju.repayment.ledger.model.PostedTransfer;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The ledger for staff who account for it or audit it. Reading only: what is posted is posted by what happens. */
@Path("/api/v1/staff/ledger")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"loan-officer", "risk-officer", "compliance", "auditor", "admin"})
@Tag(name = "Ledger")
public class LedgerResource {

    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    private final Transactions transactions;
    private final Ledger ledger;

    LedgerResource(Transactions transactions, Ledger ledger) {
        this.transactions = transactions;
        this.ledger = ledger;
    }

    @GET
    @Path("/trial-balance")
    @Operation(
            summary = "All debits and credits by kind of account",
            description = "Balanced at every moment: debits equal credits, and kept balances equal their entries.")
    public Uni<TrialBalanceView> trialBalance() {
        return transactions.run(ledger::trialBalance).map(TrialBalanceView::of);
    }

    @GET
    @Path("/loans/{loan}/transfers")
    @Operation(summary = "What was posted for a loan, oldest first")
    public Uni<Response> transfers(@RestPath UUID loan, @BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        Position after = Cursors.decode(query.cursor, Position::parse).orElse(Position.before(LocalDate.EPOCH));
        return transactions
                .run(tx -> ledger.listOfLoan(tx, loan, after, END, query.limit + 1))
                .map(posted -> Page.<PostedTransfer>of(
                                posted,
                                query.limit,
                                last -> Cursors.encode(Position.of(last).text()))
                        .map(TransferView::of)
                        .response(uri));
    }
}
