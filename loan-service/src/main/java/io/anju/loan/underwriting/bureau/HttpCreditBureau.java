package io.anju.loan.underwriting.bureau;

import io.anju.kit.client.Remotes;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.loan.underwriting.CreditBureau;
import io.anju.loan.underwriting.Party;
import io.anju.loan.underwriting.model.BureauReport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import jakarta.enterprise.context.ApplicationScoped;

/** The credit bureau over HTTP: {@code anju.bureau.url}; a report for one consent is the same however often it is asked. */
@ApplicationScoped
class HttpCreditBureau implements CreditBureau {

    private static final String NAME = "bureau";

    private final Remotes remotes;

    HttpCreditBureau(Remotes remotes) {
        this.remotes = remotes;
    }

    @Override
    public Uni<BureauReport> report(String consentId, Party party) {
        var question = new JsonObject()
                .put("consentId", consentId)
                .put("name", party.name())
                .put("idNumber", party.idNumber());
        return remotes.named(NAME).postRepeatable("/bureau/reports", question).map(HttpCreditBureau::report);
    }

    private static BureauReport report(HttpResponse<Buffer> answer) {
        if (answer.statusCode() != 200) {
            throw new ProblemException(Problem.unavailable(NAME));
        }
        var json = answer.bodyAsJsonObject();
        var loans = json.getJsonArray("openLoans").stream()
                .map(JsonObject.class::cast)
                .map(loan -> new BureauReport.OpenLoan(
                        loan.getString("kind"), loan.getLong("balance"), loan.getLong("monthlyPayment")))
                .toList();
        return new BureauReport(
                json.getString("reportId"), loans, json.getInteger("overdueCount24m"), json.getInteger("inquiries6m"));
    }
}
