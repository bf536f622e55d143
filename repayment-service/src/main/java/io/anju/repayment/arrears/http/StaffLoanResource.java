package io.anju.repayment.arrears.http;

import io.anju.kernel.arrears.Ageing;
import io.anju.kernel.arrears.LoanClass;
import io.anju.kit.access.ReadPurpose;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.repayment.arrears.ArrearsBook;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Loans that are being repaid, by how late they are. */
@Path("/api/v1/staff/loans")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"loan-officer", "risk-officer", "compliance", "auditor"})
@Tag(name = "Loans")
public class StaffLoanResource {

    /**
     * @param outstandingPrincipal not billed yet, fen
     * @param asOf business date of the classification; absent for a loan that is current and normal
     */
    @RegisterForReflection
    public record ClassifiedLoan(
            UUID loan,
            UUID customer,
            long outstandingPrincipal,
            ArrearsView arrears,
            @Nullable LocalDate asOf) {

        static ClassifiedLoan of(ArrearsBook.Entry entry) {
            return new ClassifiedLoan(
                    entry.loanId(),
                    entry.customerId(),
                    entry.outstanding(),
                    ArrearsView.of(entry.arrears()),
                    entry.asOf().orElse(null));
        }
    }

    private final Transactions transactions;
    private final ArrearsBook book;
    private final LoanReads reads;

    StaffLoanResource(Transactions transactions, ArrearsBook book, LoanReads reads) {
        this.transactions = transactions;
        this.book = book;
        this.reads = reads;
    }

    @GET
    @Operation(
            summary = "Loans by class and ageing",
            description = "As they were classified on their date, once a day; what a borrower is shown is worked out at"
                    + " the moment.")
    public Uni<RestResponse<Page<ClassifiedLoan>>> list(
            @RestQuery("class") @Nullable LoanClass loanClass,
            @RestQuery @Nullable Ageing ageing,
            @BeanParam @Valid PageQuery query,
            @Context UriInfo uri) {
        var filter = new ArrearsBook.Filter(Optional.ofNullable(loanClass), Optional.ofNullable(ageing));
        return transactions
                .run(tx -> book.list(tx, filter, Cursors.decodeId(query.cursor), query.limit + 1)
                        .call(found -> told(tx, found, query.limit)))
                .map(found -> Page.<ArrearsBook.Entry>of(
                                found,
                                query.limit,
                                entry -> Cursors.encode(entry.loanId().toString()))
                        .map(ClassifiedLoan::of)
                        .response(uri));
    }

    /** The one beyond the page is not shown. */
    private Uni<Void> told(Tx tx, List<ArrearsBook.Entry> found, int shown) {
        List<UUID> customers =
                found.stream().limit(shown).map(ArrearsBook.Entry::customerId).toList();
        return reads.tellAll(tx, customers, ReadPurpose.ACCOUNTING, "/api/v1/staff/loans");
    }
}
