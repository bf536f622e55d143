package io.anju.sandbox.rail;

import io.anju.sandbox.callback.Callbacks;
import io.anju.sandbox.callback.Faults;
import io.anju.sandbox.clock.BusinessDate;
import io.anju.sandbox.http.Answers;
import io.anju.sandbox.http.ApiProblem;
import io.anju.sandbox.http.DailyCsv;
import io.anju.sandbox.http.Input;
import io.anju.sandbox.journal.Journal;
import io.anju.sandbox.rail.Transaction.Kind;
import io.anju.sandbox.rail.Transaction.Order;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rail's addresses. */
public final class RailRoutes {
    private static final int NAME_MOST = 200;

    private static final int BATCH_MOST = 1_000;
    private static final int BATCH_BYTES_MOST = 1024 * 1024;

    /** What became of each order of a batch: taken now or before, or refused. */
    private record BatchAnswer(List<Taken> taken, List<Refused> refused) {}

    private record Taken(String reference, UUID transactionId) {}

    private record Refused(String reference, String code) {}

    private record Account(String cardToken, long balance) {}

    private final InstantSource time;
    private final BusinessDate date;
    private final Faults faults;
    private final Rail rail;
    private final Settlement settlement;
    private final Quirks quirks = new Quirks();
    private final DailyFile file;

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
        this.settlement = new Settlement(vertx, time, date, rail, callbacks, faults, quirks);
        this.file = new DailyFile(rail, quirks);
    }

    /** Mounts them. */
    public void mount(Router router) {
        router.post("/rail/debit-batches").handler(this::debitBatch);
        router.post("/rail/debits").handler(context -> order(context, Kind.DEBIT));
        router.post("/rail/payouts").handler(context -> order(context, Kind.PAYOUT));
        router.get("/rail/transactions").handler(this::find);
        router.post("/rail/transaction-queries").handler(this::findMany);
        router.get("/rail/files/:file").handler(this::file);
        router.head("/rail/files/:file").handler(this::file);
        router.put("/rail/files/:file").handler(this::replaceFile);
        router.post("/rail/files/:file/lines").handler(this::addLine);
        router.get("/rail/accounts/:token").handler(context -> tellBalance(context, context.pathParam("token")));
        router.put("/rail/accounts/:token").handler(this::setBalance);
        faults.mount(router, "/rail/faults");
        quirks.mount(router);
    }

    /** Lets the body of a batch be longer than others; before the limit that holds for all. */
    public static void prepare(Router router) {
        for (var path : List.of("/rail/debit-batches", "/rail/transaction-queries")) {
            router.post(path).handler(BodyHandler.create(false).setBodyLimit(BATCH_BYTES_MOST));
        }
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
        var partial = kind == Kind.DEBIT && input.flag("partial");
        var callbackUrl = input.address("callbackUrl");
        input.check();
        faults.refuseIfAsked();
        var at = time.instant().truncatedTo(ChronoUnit.MILLIS);
        var order = new Order(UUID.randomUUID(), kind, reference, account, amount, partial, callbackUrl, at);
        var taken = rail.take(order);
        if (taken.order().transactionId().equals(order.transactionId())) {
            settlement.begin(taken);
        }
        answerOrHangUp(context, List.of(order), quirks.shown(taken));
    }

    private void debitBatch(RoutingContext context) {
        var input = Input.of(context);
        var callbackUrl = input.address("callbackUrl");
        var at = time.instant().truncatedTo(ChronoUnit.MILLIS);
        var orders = input.list("debits", BATCH_MOST).stream()
                .map(debit -> new Order(
                        UUID.randomUUID(),
                        Kind.DEBIT,
                        debit.text("reference", NAME_MOST),
                        debit.text("cardToken", NAME_MOST),
                        debit.amount("amount"),
                        debit.flag("partial"),
                        callbackUrl,
                        at))
                .toList();
        input.check();
        faults.refuseIfAsked();
        var taken = rail.takeAll(orders);
        var fresh = new ArrayList<Transaction>();
        var answer = new BatchAnswer(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < orders.size(); i++) {
            var order = orders.get(i);
            taken.get(i)
                    .ifPresentOrElse(
                            there -> {
                                answer.taken()
                                        .add(new Taken(
                                                order.reference(), there.order().transactionId()));
                                if (there.order().transactionId().equals(order.transactionId())) {
                                    fresh.add(there);
                                }
                            },
                            () -> answer.refused().add(new Refused(order.reference(), "REFERENCE_REUSED")));
        }
        if (!fresh.isEmpty()) {
            settlement.beginBatch(fresh);
        }
        answerOrHangUp(context, orders, answer);
    }

    private void answerOrHangUp(RoutingContext context, List<Order> orders, Object answer) {
        if (orders.stream().anyMatch(order -> quirks.of(order).timeoutAfterSuccess())) {
            context.request().connection().close();
        } else {
            faults.answerOrHangUp(context, 202, answer);
        }
    }

    private void find(RoutingContext context) {
        var reference = context.request().getParam("reference", "");
        var found = rail.find(reference).orElseThrow(() -> ApiProblem.notFound("transaction"));
        Answers.json(context, 200, quirks.shown(found));
    }

    private void findMany(RoutingContext context) {
        var input = Input.of(context);
        var references = input.texts("references", BATCH_MOST, NAME_MOST);
        input.check();
        var found = references.stream()
                .map(rail::find)
                .flatMap(Optional::stream)
                .map(quirks::shown)
                .toList();
        Answers.json(context, 200, new Settlement.Batch(found));
    }

    private void file(RoutingContext context) {
        var day = DailyCsv.dayOf(context.pathParam("file"));
        if (day.isAfter(date.today())) {
            throw ApiProblem.notFound("file yet");
        }
        file.write(day, context);
    }

    private void replaceFile(RoutingContext context) {
        var day = DailyCsv.dayOf(context.pathParam("file"));
        var text = context.body().asString();
        file.replace(day, text == null ? "" : text);
        context.response().setStatusCode(204).end();
    }

    private void addLine(RoutingContext context) {
        var day = DailyCsv.dayOf(context.pathParam("file"));
        var input = Input.of(context);
        var line = new Transaction.View(
                UUID.randomUUID(),
                input.text("reference", NAME_MOST),
                input.flag("payout") ? Kind.PAYOUT : Kind.DEBIT,
                Transaction.State.SUCCEEDED,
                null,
                input.text("account", NAME_MOST),
                input.amount("amount"),
                time.instant().truncatedTo(ChronoUnit.MILLIS),
                day);
        input.check();
        if (!file.add(day, line)) {
            throw ApiProblem.full();
        }
        Answers.json(context, 201, line);
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
