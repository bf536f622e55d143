package io.anju.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A loan that is being repaid: its borrower's hand, and the officer who runs the due dates. */
public final class Loan {

    private static final int DUE_DATES_MAX = 24;

    private final Customer borrower;
    private final StaffMember officer;
    private final Sandbox outside;
    private final String path;

    public Loan(Customer borrower, StaffMember officer, Sandbox outside, String id) {
        this.borrower = borrower;
        this.officer = officer;
        this.outside = outside;
        this.path = "/api/v1/loans/" + id;
    }

    public Answer get() {
        return borrower.api().get(path).expect(200);
    }

    public long outstandingPrincipal() {
        return Long.parseLong(get().at("/outstandingPrincipal"));
    }

    public LocalDate nextDueDate() {
        return LocalDate.parse(get().at("/nextDueDate"));
    }

    public Answer rate() {
        return borrower.api().get(path + "/rate").expect(200);
    }

    /** Binds a card: verified by passkey, confirmed by the code that the card's network sends. */
    public void bindCard(String number) {
        var body = "{\"cardNumber\":\"" + number + "\"}";
        var begun = borrower.postVerified("/api/v1/cards", "card.bind", "/api/v1/cards", "repayment-service", body)
                .expect(201);
        borrower.postOnce(
                        "/api/v1/cards/" + begun.at("/id") + "/confirmation",
                        Map.of("code", outside.newestCode(borrower.phone())))
                .expect(200);
    }

    /** Runs the due dates up to this one, and waits until it is done. */
    public void runDueDates(LocalDate date) {
        awaitDueRun(startDueRun(date));
    }

    /** Has the due dates up to this one run; returns the run's id. */
    public String startDueRun(LocalDate date) {
        return officer.postOnce("/api/v1/staff/due-runs", Map.of("date", date.toString()))
                .expect(201)
                .at("/id");
    }

    /** Waits until a run is done. */
    public void awaitDueRun(String run) {
        Mortgage.await(
                "due run " + run,
                () -> officer.api()
                        .get("/api/v1/staff/due-runs/" + run)
                        .expect(200)
                        .at("/state")
                        .equals("DONE"));
    }

    /** Waits until the instalment of this number is paid, and returns it. */
    public JsonNode awaitPaid(int number) {
        Mortgage.await(
                "instalment " + number + " paid",
                () -> instalment(number)
                        .map(found -> found.path("state").asText().equals("PAID"))
                        .orElse(false));
        return instalment(number).orElseThrow();
    }

    private Optional<JsonNode> instalment(int number) {
        var items = borrower.api()
                .get(path + "/instalments?limit=100")
                .expect(200)
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("number").asInt() == number)
                .findFirst();
    }

    /** Pays the next instalment by hand. */
    public Answer payByHand() {
        return borrower.postVerified(path + "/payments", "repayment.pay", path, "repayment-service", "{}");
    }

    /** Asks what repaying so much principal early would cost. */
    public Answer quote(long principal) {
        return borrower.postOnce(path + "/prepayment-quotes", Map.of("amount", principal))
                .expect(201);
    }

    /** Asks what repaying everything would cost. */
    public Answer quoteAll() {
        return borrower.postOnce(path + "/prepayment-quotes", Map.of("full", true))
                .expect(201);
    }

    /** Takes a quote and waits until the money has moved; returns what was paid in fen. */
    public long take(String quote) {
        var body = "{\"quote\":\"" + quote + "\"}";
        var taken = borrower.postVerified(path + "/prepayments", "repayment.prepay", path, "repayment-service", body)
                .expect(201);
        var prepayment = path + "/prepayments/" + taken.at("/id");
        Mortgage.await(
                "prepayment",
                () -> borrower.api().get(prepayment).expect(200).at("/state").equals("DONE"));
        return Long.parseLong(borrower.api().get(prepayment).at("/total"));
    }

    /** Lets the calendar go on to this date; whatever falls due on the way is debited by itself. */
    public void liveUntil(LocalDate date) {
        for (int months = 0; months < DUE_DATES_MAX && !nextDueDate().isAfter(date); months++) {
            var due = nextDueDate();
            var number = Integer.parseInt(get().at("/nextInstalment"));
            outside.moveTo(due);
            runDueDates(due);
            var unused = awaitPaid(number);
        }
        outside.moveTo(date);
        runDueDates(date);
    }
}
