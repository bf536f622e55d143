package io.anju.sandbox.rail;

import io.anju.sandbox.callback.Callbacks;
import io.anju.sandbox.callback.Faults;
import io.anju.sandbox.clock.BusinessDate;
import io.anju.sandbox.http.Answers;
import io.anju.sandbox.http.ApiProblem;
import io.anju.sandbox.http.Input;
import io.anju.sandbox.journal.Journal;
import io.anju.sandbox.rail.Transaction.Kind;
import io.anju.sandbox.rail.Transaction.Order;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The rail's addresses. */
public final class RailRoutes {
    private static final int NAME_MOST = 200;

    private record Account(String cardToken, long balance) {}

    private final InstantSource time;
    private final BusinessDate date;
    private final Faults faults;
    private final Rail rail;
    private final Settlement settlement;

    /** A rail that keeps at most so many transactions. */
    public RailRoutes(
            Vertx vertx,
            InstantSource time,
            BusinessDate date,
            Journal journal,
            Callbacks callbacks,
            int settleMillis,
            int transactionsMost) {
        this.time = time;
        this.date = date;
        this.faults = new Faults(settleMillis);
        this.rail = new Rail(journal, transactionsMost);
        this.settlement = new Settlement(vertx, time, date, rail, callbacks, faults);
    }

    /** Mounts them. */
    public void mount(Router router) {
        router.post("/rail/debits").handler(context -> order(context, Kind.DEBIT));
        router.post("/rail/payouts").handler(context -> order(context, Kind.PAYOUT));
        router.get("/rail/transactions").handler(this::find);
        router.get("/rail/files/:file").handler(this::file);
        router.get("/rail/accounts/:token").handler(context -> tellBalance(context, context.pathParam("token")));
        router.put("/rail/accounts/:token").handler(this::setBalance);
        faults.mount(router, "/rail/faults");
    }

    /** Goes on with what a stopped sandbox left unfinished. */
    public void resume() {
        settlement.resume();
    }

    private void order(RoutingContext context, Kind kind) {
        var input = Input.of(context);
        var reference = input.text("reference", NAME_MOST);
        var account = kind == Kind.DEBIT
                ? input.text("cardToken", NAME_MOST)
                : input.textOrInner("payee", "reference", NAME_MOST);
        var amount = input.amount("amount");
        var callbackUrl = input.address("callbackUrl");
        input.check();
        faults.refuseIfAsked();
        var at = time.instant().truncatedTo(ChronoUnit.MILLIS);
        var order = new Order(UUID.randomUUID(), kind, reference, account, amount, callbackUrl, at);
        var taken = rail.take(order);
        if (taken.order().transactionId().equals(order.transactionId())) {
            settlement.begin(taken);
        }
        faults.answerOrHangUp(context, 202, taken.view());
    }

    private void find(RoutingContext context) {
        var reference = context.request().getParam("reference", "");
        var found = rail.find(reference).orElseThrow(() -> ApiProblem.notFound("transaction"));
        Answers.json(context, 200, found.view());
    }

    private void file(RoutingContext context) {
        var day = day(context.pathParam("file"));
        if (day.isAfter(date.today())) {
            throw ApiProblem.notFound("file yet");
        }
        DailyFile.write(rail.settledOn(day), context.response());
    }

    private static LocalDate day(String file) {
        try {
            return LocalDate.parse(file.endsWith(".csv") ? file.substring(0, file.length() - 4) : "");
        } catch (DateTimeException e) {
            throw ApiProblem.notFound("file; files are named like 2026-11-22.csv");
        }
    }

    private void setBalance(RoutingContext context) {
        var token = context.pathParam("token");
        var input = Input.of(context);
        var balance = input.balance("balance");
        input.check();
        if (token.length() > NAME_MOST) {
            throw ApiProblem.badInput(List.of(new ApiProblem.FieldError("cardToken", "TOO_LONG")));
        }
        rail.setBalance(token, balance);
        tellBalance(context, token);
    }

    private void tellBalance(RoutingContext context, String token) {
        Answers.json(context, 200, new Account(token, rail.balance(token)));
    }
}
