package io.anju.repayment.ledger.http;

import io.anju.kit.access.ReadPurpose;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.repayment.ledger.Ledger;
import io.anju.repayment.ledger.model.Position;
import io.anju.repayment.ledger.model.PostedTransfer;
import io.anju.repayment.loan.LoanReads;
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
import org.jboss.resteasy.reactive.RestResponse;

/** The ledger for staff who account for it or audit it. Reading only: what is posted is posted by what happens. */
@Path("/api/v1/staff/ledger")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"loan-officer", "risk-officer", "compliance", "auditor", "admin"})
@Tag(name = "Ledger")
public class LedgerResource {

    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    private final Transactions transactions;
    private final Ledger ledger;
    private final LoanReads reads;

    LedgerResource(Transactions transactions, Ledger ledger, LoanReads reads) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.reads = reads;
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
    public Uni<RestResponse<Page<TransferView>>> transfers(
            @RestPath UUID loan, @BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        Position after = Cursors.decode(query.cursor, Position::parse).orElse(Position.before(LocalDate.EPOCH));
        return transactions
                .run(tx -> told(tx, loan).chain(() -> ledger.listOfLoan(tx, loan, after, END, query.limit + 1)))
                .map(posted -> Page.<PostedTransfer>of(
                                posted,
                                query.limit,
                                last -> Cursors.encode(Position.of(last).text()))
                        .map(TransferView::of)
                        .response(uri));
    }

    /** The answer shows the caller what the loan's owner paid. */
    private Uni<Void> told(Tx tx, UUID loan) {
        return reads.tell(tx, loan, ReadPurpose.ACCOUNTING, "/api/v1/staff/ledger/loans/" + loan + "/transfers");
    }
}
