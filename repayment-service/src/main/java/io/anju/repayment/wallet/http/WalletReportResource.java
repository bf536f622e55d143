package io.anju.repayment.wallet.http;

import io.anju.kit.caller.Caller;
import io.anju.repayment.wallet.WalletReports;
import io.anju.repayment.wallet.model.WalletAccount;
import io.anju.repayment.wallet.model.WalletReport;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The account report of a link: JSON for a program, PDF for the eye. */
@Path("/api/v1/wallet-links/{id}/report")
@RolesAllowed("customer")
@Tag(name = "Wallets")
@RegisterForReflection(targets = {WalletAccount.class, WalletReport.Payment.class})
public class WalletReportResource {

    /** Who does not ask for another form gets JSON. */
    private static final String PDF_IF_ASKED_FOR = "application/pdf;qs=0.5";

    /**
     * @param account what the wallet holds and owes, fen
     * @param payments posted from it, oldest first
     * @param paid fen, all of them together
     */
    @RegisterForReflection
    public record ReportView(
            WalletLinkView link,
            WalletAccount account,
            List<WalletReport.Payment> payments,
            long paid,
            ImpactView impact,
            Instant madeAt) {

        public ReportView {
            payments = List.copyOf(payments);
        }
    }

    private final WalletReports reports;
    private final Caller caller;

    WalletReportResource(WalletReports reports, Caller caller) {
        this.reports = reports;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The link's account report: what was paid through it, what it owes, what closing would bring")
    public Uni<ReportView> json(@RestPath UUID id) {
        return find(id).map(report -> new ReportView(
                WalletLinkView.of(report.link()),
                report.account(),
                report.payments(),
                report.paid(),
                ImpactView.of(
                        report.impact(),
                        "/api/v1/loans/" + report.link().facts().loanId()),
                report.madeAt()));
    }

    @GET
    @Produces(PDF_IF_ASKED_FOR)
    @Operation(hidden = true)
    public Uni<byte[]> pdf(@RestPath UUID id) {
        return find(id).flatMap(reports::print);
    }

    private Uni<WalletReport> find(UUID id) {
        return reports.report(caller.id(), id).map(WalletProblems::orThrow);
    }
}
