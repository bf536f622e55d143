package io.anju.repayment.disbursement.http;

import io.anju.kit.access.ReadPurpose;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.repayment.disbursement.GivingUp;
import io.anju.repayment.disbursement.PayoutCancellations.FailedPayout;
import io.anju.repayment.loan.LoanReads;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Payouts that failed, for staff to order anew or to give up. */
@Path("/api/v1/staff/failed-payouts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"loan-officer", "approver", "auditor", "admin"})
@Tag(name = "Disbursement")
public class StaffFailedPayoutResource {

    /**
     * A loan that could not be paid out so far.
     *
     * @param amount fen
     * @param reason the rail's code
     * @param failedAt the last time
     * @param cancellation that it be given up, waiting for a second person
     */
    @RegisterForReflection
    public record FailedPayoutView(
            UUID loan,
            UUID application,
            UUID contract,
            int tranche,
            long amount,
            String reason,
            Instant failedAt,
            @Nullable CancellationView cancellation) {

        static FailedPayoutView of(FailedPayout of) {
            return new FailedPayoutView(
                    of.loanId(),
                    of.applicationId(),
                    of.contractId(),
                    of.tranche(),
                    of.amount(),
                    of.reason(),
                    of.at(),
                    of.proposal().map(CancellationView::of).orElse(null));
        }
    }

    private final Transactions transactions;
    private final GivingUp givingUp;
    private final LoanReads reads;

    StaffFailedPayoutResource(Transactions transactions, GivingUp givingUp, LoanReads reads) {
        this.transactions = transactions;
        this.givingUp = givingUp;
        this.reads = reads;
    }

    @GET
    @Operation(summary = "Payouts that failed and are neither ordered anew nor given up")
    public Uni<RestResponse<Page<FailedPayoutView>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(tx -> givingUp.listFailed(tx, Cursors.decodeId(query.cursor), query.limit + 1)
                        .call(found -> told(tx, found, query.limit)))
                .map(found -> Page.<FailedPayout>of(
                                found,
                                query.limit,
                                last -> Cursors.encode(last.loanId().toString()))
                        .map(FailedPayoutView::of)
                        .response(uri));
    }

    /** The one beyond the page is not shown. */
    private Uni<Void> told(Tx tx, List<FailedPayout> found, int shown) {
        List<UUID> customers =
                found.stream().limit(shown).map(FailedPayout::customerId).toList();
        return reads.tellAll(tx, customers, ReadPurpose.DISBURSEMENT, "/api/v1/staff/failed-payouts");
    }
}
