package io.anju.loan.underwriting.bureau;

import io.anju.kit.client.Remotes;
import io.anju.loan.underwriting.CheckFault;
import io.anju.loan.underwriting.CreditBureau;
import io.anju.loan.underwriting.Party;
import io.anju.loan.underwriting.model.BureauAnswer;
import io.anju.loan.underwriting.model.BureauReport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;

/** The credit bureau over HTTP: {@code anju.bureau.url}; a report for one consent is the same however often it is asked. */
@ApplicationScoped
class HttpCreditBureau implements CreditBureau {

    private static final String NAME = "bureau";
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,59}");

    private final Remotes remotes;

    HttpCreditBureau(Remotes remotes) {
        this.remotes = remotes;
    }

    @Override
    public Uni<BureauAnswer> report(String consentId, Party party) {
        var question = new JsonObject()
                .put("consentId", consentId)
                .put("name", party.name())
                .put("idNumber", party.idNumber());
        return remotes.named(NAME).postRepeatable("/bureau/reports", question).map(HttpCreditBureau::answer);
    }

    private static BureauAnswer answer(HttpResponse<Buffer> answer) {
        return switch (answer.statusCode()) {
            case 200 -> report(answer.bodyAsJsonObject());
            case 404, 422 -> new BureauAnswer.NoReport(reason(answer));
            default -> throw new CheckFault(NAME, answer.statusCode());
        };
    }

    /** Its stable code alone: a sentence of the bureau's might name the person. */
    private static String reason(HttpResponse<Buffer> answer) {
        String status = "HTTP_" + answer.statusCode();
        try {
            JsonObject problem = answer.bodyAsJsonObject();
            return problem != null
                            && problem.getValue("code") instanceof String code
                            && CODE.matcher(code).matches()
                    ? code
                    : status;
        } catch (DecodeException e) {
            return status;
        }
    }

    private static BureauReport report(JsonObject json) {
        var loans = json.getJsonArray("openLoans").stream()
                .map(JsonObject.class::cast)
                .map(loan -> new BureauReport.OpenLoan(
                        loan.getString("kind"), loan.getLong("balance"), loan.getLong("monthlyPayment")))
                .toList();
        return new BureauReport(
                json.getString("reportId"), loans, json.getInteger("overdueCount24m"), json.getInteger("inquiries6m"));
    }
}
