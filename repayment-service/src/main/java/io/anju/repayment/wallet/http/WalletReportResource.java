package io.anju.repayment.wallet.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
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

    private static final String PDF = "application/pdf";

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
    private final ObjectMapper json;
    private final Caller caller;

    WalletReportResource(WalletReports reports, ObjectMapper json, Caller caller) {
        this.reports = reports;
        this.json = json;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The link's account report: what was paid through it, what it owes, what closing would bring")
    @APIResponseSchema(ReportView.class)
    public Uni<Response> json(@RestPath UUID id) {
        return find(id).flatMap(report -> {
            byte[] bytes = write(view(report));
            return reports.given(report.link(), MediaType.APPLICATION_JSON, bytes)
                    .replaceWith(() -> Response.ok(bytes).build());
        });
    }

    private static ReportView view(WalletReport report) {
        return new ReportView(
                WalletLinkView.of(report.link()),
                report.account(),
                report.payments(),
                report.paid(),
                ImpactView.of(
                        report.impact(),
                        "/api/v1/loans/" + report.link().facts().loanId()),
                report.madeAt());
    }

    /** Written here and not by the framework: the hash of these very bytes is evidence. */
    private byte[] write(ReportView view) {
        try {
            return json.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is JSON", e);
        }
    }

    @GET
    @Produces(PDF_IF_ASKED_FOR)
    @Operation(hidden = true)
    public Uni<byte[]> pdf(@RestPath UUID id) {
        return find(id).flatMap(
                        report -> reports.print(report).call(bytes -> reports.given(report.link(), PDF, bytes)));
    }

    private Uni<WalletReport> find(UUID id) {
        return reports.report(caller.id(), id).map(WalletProblems::orThrow);
    }
}
