package io.anju.sandbox.wallet;

import io.anju.sandbox.callback.Callbacks;
import io.anju.sandbox.callback.Faults;
import io.anju.sandbox.callback.Signature;
import io.anju.sandbox.clock.BusinessDate;
import io.anju.sandbox.http.Answers;
import io.anju.sandbox.http.ApiProblem;
import io.anju.sandbox.http.Input;
import io.anju.sandbox.http.Json;
import io.anju.sandbox.journal.Journal;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The wallet institution's addresses. */
public final class WalletRoutes {
    private static final int NAME_MOST = 200;
    private static final int QUERY_MOST = 1_000;
    private static final int PAYLOAD_MOST = 4_000;
    private static final int CODES = 100_000_000;
    private static final Pattern CODE = Pattern.compile("[0-9]{8}");
    private static final Pattern FUNDS = Pattern.compile("OWN");
    private static final Pattern NOTICE = Pattern.compile("LIMIT|CLOSING_REQUESTED|CLOSING_UNDONE|CLOSED");

    /** What became of payments. */
    private record Payments(List<Payment.View> payments) {}

    private record Received(String id, String sha256) {}

    private final Vertx vertx;
    private final InstantSource time;
    private final BusinessDate date;
    private final Faults faults;
    private final Wallets wallets;
    private final Callbacks callbacks;
    private final Signature signature;
    private final WalletFile file;
    private final RandomGenerator random = new SecureRandom();

    /** An institution that settles after so many milliseconds and keeps at most so many of each thing. */
    public WalletRoutes(
            Vertx vertx,
            InstantSource time,
            BusinessDate date,
            Journal journal,
            Callbacks callbacks,
            Signature signature,
            int settleMillis,
            int most) {
        this.vertx = vertx;
        this.time = time;
        this.date = date;
        this.faults = new Faults(settleMillis);
        this.wallets = new Wallets(journal, most);
        this.callbacks = callbacks;
        this.signature = signature;
        this.file = new WalletFile(wallets, date);
    }

    /** Mounts them. */
    public void mount(Router router) {
        router.post("/wallet/link-codes").handler(this::issue);
        router.post("/wallet/links").handler(this::link);
        router.get("/wallet/accounts/:wallet").handler(context -> tellAccount(context, context.pathParam("wallet")));
        router.put("/wallet/accounts/:wallet").handler(this::setAccount);
        router.post("/wallet/payments").handler(this::pay);
        router.post("/wallet/payment-queries").handler(this::findMany);
        router.post("/wallet/notices").handler(this::hear);
        router.get("/wallet/notices").handler(this::listNotices);
        router.post("/wallet/returns").handler(this::giveBack);
        file.mount(router);
        faults.mount(router, "/wallet/faults");
    }

    /** Goes on with what a stopped sandbox left unfinished. */
    public void resume() {
        wallets.pending().forEach(payment -> begin(payment.order().reference()));
        wallets.untold().forEach(this::tell);
    }

    private void issue(RoutingContext context) {
        var input = Input.of(context);
        var wallet = input.text("wallet", NAME_MOST);
        input.check();
        var code = "%08d".formatted(random.nextInt(CODES));
        wallets.issue(code, wallet);
        Answers.json(context, 201, Map.of("code", code));
    }

    private void link(RoutingContext context) {
        var input = Input.of(context);
        var reference = input.text("reference", NAME_MOST);
        var code = input.matching("code", CODE);
        input.check();
        faults.refuseIfAsked();
        var link = wallets.link(reference, code, now(), date.today());
        var tail = link.wallet().substring(Math.max(0, link.wallet().length() - 4));
        faults.answerOrHangUp(context, 201, Map.of("reference", reference, "wallet", link.wallet(), "tail", tail));
    }

    private void tellAccount(RoutingContext context, String wallet) {
        faults.refuseIfAsked();
        Answers.json(context, 200, wallets.account(wallet));
    }

    private void setAccount(RoutingContext context) {
        var wallet = context.pathParam("wallet");
        var input = Input.of(context);
        var own = input.balance("ownFunds");
        var used = input.balance("creditUsed");
        input.check();
        wallets.set(new Wallets.Account(wallet, own, wallets.account(wallet).creditLimit(), used));
        Answers.json(context, 200, wallets.account(wallet));
    }

    private void pay(RoutingContext context) {
        var input = Input.of(context);
        var reference = input.text("reference", NAME_MOST);
        var wallet = input.text("wallet", NAME_MOST);
        var amount = input.amount("amount");
        var callbackUrl = input.address("callbackUrl");
        var unused = input.matching("funds", FUNDS);
        input.check();
        take(context, new Payment.Order(UUID.randomUUID(), reference, null, wallet, amount, callbackUrl, now()));
    }

    private void giveBack(RoutingContext context) {
        var input = Input.of(context);
        var reference = input.text("reference", NAME_MOST);
        var payment = input.text("payment", NAME_MOST);
        var wallet = input.text("wallet", NAME_MOST);
        var amount = input.amount("amount");
        var callbackUrl = input.address("callbackUrl");
        input.check();
        take(context, new Payment.Order(UUID.randomUUID(), reference, payment, wallet, amount, callbackUrl, now()));
    }

    private void take(RoutingContext context, Payment.Order order) {
        faults.refuseIfAsked();
        var taken = wallets.take(order);
        if (taken.order().transactionId().equals(order.transactionId())) {
            begin(order.reference());
        }
        faults.answerOrHangUp(context, 202, taken.view());
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void begin(String reference) {
        vertx.setTimer(
                faults.delayMillis(),
                timer -> tell(wallets.settle(reference, faults.takeFailure(), now(), date.today())));
    }

    private void tell(Payment settled) {
        var order = settled.order();
        callbacks.deliver(
                order.callbackUrl(), Json.bytes(settled.view()), faults, () -> wallets.told(order.reference()));
    }

    private void findMany(RoutingContext context) {
        var input = Input.of(context);
        var references = input.texts("references", QUERY_MOST, NAME_MOST);
        input.check();
        Answers.json(
                context,
                200,
                new Payments(references.stream()
                        .map(wallets::find)
                        .flatMap(Optional::stream)
                        .map(Payment::view)
                        .toList()));
    }

    private void hear(RoutingContext context) {
        var envelope = Input.of(context);
        var payload = envelope.text("payload", PAYLOAD_MOST).getBytes(StandardCharsets.UTF_8);
        var claimed = envelope.text("signature", NAME_MOST);
        envelope.check();
        if (!MessageDigest.isEqual(
                signature.of(payload).getBytes(StandardCharsets.US_ASCII),
                claimed.getBytes(StandardCharsets.US_ASCII))) {
            throw new ApiProblem(401, "NOTICE_NOT_SIGNED", "A notice carries the signature of its payload.");
        }
        var input = Input.of(payload);
        var id = input.text("id", NAME_MOST);
        var kind = input.matching("kind", NOTICE);
        var link = input.text("link", NAME_MOST);
        var limit = input.balance("limit");
        input.check();
        faults.refuseIfAsked();
        var notice = wallets.hear(new Wallets.Notice(id, kind, link, limit, sha256(payload), now(), date.today()));
        faults.answerOrHangUp(context, 200, new Received(notice.id(), notice.sha256()));
    }

    private void listNotices(RoutingContext context) {
        var link = context.request().getParam("link", "");
        Answers.json(context, 200, Map.of("items", wallets.noticesOf(link)));
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
