package io.anju.e2e.client;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** One mortgage from the application to the money: what its borrower, its officer and its approver do. */
public final class Mortgage {

    public static final String CERTIFICATE_NUMBER = "SH-2026-000123";
    public static final String ADDRESS = "上海市安居路 1 号";

    private static final String STAFF = "/api/v1/staff/applications/";

    private final Customer borrower;
    private final StaffMember officer;
    private final StaffMember approver;
    private String applicationId = "";

    public Mortgage(Customer borrower, StaffMember officer, StaffMember approver) {
        this.borrower = borrower;
        this.officer = officer;
        this.approver = approver;
    }

    public String applicationId() {
        return applicationId;
    }

    public String applicationPath() {
        return "/api/v1/applications/" + applicationId;
    }

    public String staffPath() {
        return STAFF + applicationId;
    }

    /** Fills in an application for a first home; the amount is in fen. */
    public void apply(long principal, int months, int dueDay) {
        var content = Map.of(
                "tranches",
                List.of(Map.of("principal", principal, "months", months, "method", "EQUAL_INSTALMENT")),
                "dueDay",
                dueDay,
                "property",
                Map.of("certificateNumber", CERTIFICATE_NUMBER, "address", ADDRESS, "price", principal * 2),
                "income",
                Map.of("monthly", 3_000_000, "employment", "EMPLOYED", "employedMonths", 60),
                "liabilities",
                List.of(),
                "assets",
                List.of(Map.of("kind", "DEPOSIT", "amount", 50_000_000)));
        applicationId = borrower.postOnce("/api/v1/applications", Map.of("product", "FIRST_HOME", "content", content))
                .expect(201)
                .at("/id");
    }

    public void upload(String kind, byte[] document) {
        borrower.api()
                .send(
                        "POST",
                        applicationPath() + "/documents?kind=" + kind,
                        document,
                        Map.of("Content-Type", "application/pdf"))
                .expect(201);
    }

    public Answer submit() {
        return borrower.postVerified(
                applicationPath() + "/submission", "application.submit", applicationPath(), "loan-service", "");
    }

    public Answer application() {
        return borrower.api().get(applicationPath()).expect(200);
    }

    public void awaitApplication(String state) {
        await("application " + state, () -> application().at("/state").equals(state));
    }

    public void claimAndRecommend() {
        officer.postOnce(staffPath() + "/claim", "").expect(200);
        officer.postOnce(staffPath() + "/recommendation", Map.of("recommendation", "APPROVE", "note", "income backed"))
                .expect(200);
    }

    public Answer approve() {
        approver.postOnce(staffPath() + "/claim", "");
        return approver.postVerified(
                staffPath() + "/decision",
                "application.approve",
                staffPath(),
                "loan-service",
                "{\"decision\":\"APPROVE\"}");
    }

    /** The newest contract of this application. */
    public Answer contract() {
        return borrower.api().get("/api/v1/contracts/" + contractId()).expect(200);
    }

    public String contractId() {
        return findContract(item -> item.path("kind").asText().equals("HOME_LOAN"))
                .path("id")
                .asText();
    }

    public String contractPath() {
        return "/api/v1/contracts/" + contractId();
    }

    public void awaitContract(String state) {
        await(
                "contract " + state,
                () -> !contractId().isEmpty() && contract().at("/state").equals(state));
    }

    public void awaitContractOfKind(String kind) {
        await(
                "contract of kind " + kind,
                () -> !findContract(item -> item.path("kind").asText().equals(kind))
                        .isMissingNode());
    }

    private JsonNode findContract(Predicate<JsonNode> wanted) {
        var items = borrower.api().get("/api/v1/contracts").expect(200).json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("applicationId").asText().equals(applicationId))
                .filter(wanted)
                .findFirst()
                .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
    }

    public byte[] contractPdf() {
        return borrower.api().get(contractPath() + "/pdf").expect(200).body();
    }

    /** Reads each clause that asks a question, and tries its options until one is right. */
    public void readClauses() {
        var clauses = borrower.api()
                .get(contractPath() + "/clauses")
                .expect(200)
                .json()
                .path("items");
        for (var clause : clauses) {
            for (var option : clause.path("question").path("options")) {
                var body = Map.of(
                        "shownAt", java.time.Instant.now().minusSeconds(120).toString(),
                        "secondsShown", 120,
                        "answer", option.path("id").asText());
                var path = contractPath() + "/clauses/" + clause.path("id").asText() + "/confirmation";
                if (borrower.postOnce(path, body).expect(201).at("/confirmed").equals("true")) {
                    break;
                }
            }
        }
    }

    public String signatureBody() {
        return "{\"pdfSha256\":\"" + contract().at("/pdfSha256") + "\"}";
    }

    /** A second key for the signature over this very file. */
    public String verifySignature() {
        return borrower.verify("contract.sign", contractPath(), "contract-service", signatureBody());
    }

    public Answer sign(String verification) {
        return borrower.postWith(verification, contractPath() + "/signatures", signatureBody());
    }

    public void awaitMortgage(String state) {
        await(
                "mortgage " + state,
                () -> borrower.api()
                        .get("/api/v1/mortgage-registrations")
                        .expect(200)
                        .json()
                        .findValuesAsText("state")
                        .contains(state));
    }

    /** Confirms what the loan costs over its life, the real annual rate first. */
    public void confirmCosts() {
        var sheet = borrower.api().get(applicationPath() + "/cost-sheet").expect(200);
        borrower.postOnce(
                        applicationPath() + "/cost-sheet/confirmation",
                        Map.of("realAnnualRate", sheet.at("/realAnnualRate")))
                .expect(200);
    }

    public Answer release() {
        return officer.postVerified(
                staffPath() + "/disbursement-release", "disbursement.release", staffPath(), "loan-service", "");
    }

    /** Publishes the LPR over five years: one officer proposes, the other confirms. */
    public void publishRate(java.time.LocalDate date, String value) {
        var proposed = officer.postOnce(
                        "/api/v1/staff/reference-rates",
                        Map.of("rate", "LPR_5Y", "date", date.toString(), "value", value))
                .expect(201);
        approver.postOnce("/api/v1/staff/reference-rates/" + proposed.at("/id") + "/confirmation", "")
                .expect(200);
    }

    static void await(String what, java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(60, SECONDS)
                .pollInterval(200, java.util.concurrent.TimeUnit.MILLISECONDS)
                .until(condition);
    }
}
