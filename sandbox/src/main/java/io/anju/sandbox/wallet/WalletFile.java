package io.anju.sandbox.wallet;

import io.anju.sandbox.clock.BusinessDate;
import io.anju.sandbox.http.Answers;
import io.anju.sandbox.http.ApiProblem;
import io.anju.sandbox.http.Bounded;
import io.anju.sandbox.http.DailyCsv;
import io.anju.sandbox.http.Input;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The institution's daily file (RFC 4180, lines end with CR LF): the links made, the notices heard, the payments and
 * returns settled on that business date. Quirks of references and added lines spoil it; both are forgotten at a restart.
 */
final class WalletFile {
    private static final String HEADER = "transactionId,reference,kind,state,funds,account,amount,settledAt\r\n";
    private static final int QUIRKS_MOST = 10_000;
    private static final int DAYS_MOST = 1_000;
    private static final int ADDED_MOST = 10_000;
    private static final int NAME_MOST = 200;
    private static final Pattern KIND =
            Pattern.compile("PAYMENT|RETURN|LINK|LIMIT|CLOSING_REQUESTED|CLOSING_UNDONE|CLOSED");

    /**
     * What is wrong with a reference's line.
     *
     * @param fileAmount fen, another amount than the right one; 0 for the right one
     */
    private record Quirk(boolean fileMissing, long fileAmount) {
        static final Quirk NONE = new Quirk(false, 0);
    }

    private record Line(
            String transactionId,
            String reference,
            String kind,
            String state,
            String funds,
            String account,
            long amount,
            Instant at) {
        String text() {
            return Stream.of(
                                    transactionId,
                                    reference,
                                    kind,
                                    state,
                                    funds,
                                    account,
                                    Long.toString(amount),
                                    at.toString())
                            .map(DailyCsv::field)
                            .collect(Collectors.joining(","))
                    + "\r\n";
        }
    }

    private final Wallets wallets;
    private final BusinessDate date;
    private final Map<String, Quirk> quirks = new Bounded<>(QUIRKS_MOST);
    private final Map<LocalDate, List<Line>> added = new Bounded<>(DAYS_MOST);

    WalletFile(Wallets wallets, BusinessDate date) {
        this.wallets = wallets;
        this.date = date;
    }

    void mount(Router router) {
        router.get("/wallet/files/:file").handler(this::write);
        router.head("/wallet/files/:file").handler(this::write);
        router.post("/wallet/files/:file/lines").handler(this::addLine);
        router.put("/wallet/orders/:name/faults").handler(this::spoil);
    }

    private void write(RoutingContext context) {
        var day = DailyCsv.dayOf(context.pathParam("file"));
        if (day.isAfter(date.today())) {
            throw ApiProblem.notFound("file yet");
        }
        var text = new StringBuilder(HEADER);
        lines(day).map(Line::text).forEach(text::append);
        if (!DailyCsv.isAnswered(context, text.toString())) {
            var unused = context.response().end(text.toString());
        }
    }

    private Stream<Line> lines(LocalDate day) {
        var links = wallets.linkedOn(day).stream()
                .map(link -> new Line(
                        link.reference(), link.reference(), "LINK", "SUCCEEDED", "", link.wallet(), 0, link.at()));
        var notices = wallets.heardOn(day).stream()
                .map(heard -> new Line(
                        heard.sha256(),
                        heard.id(),
                        heard.kind(),
                        "SUCCEEDED",
                        "",
                        heard.link(),
                        heard.limit(),
                        heard.at()));
        var payments = wallets.settledOn(day).stream().map(Payment::view).map(WalletFile::line);
        return Stream.concat(
                Stream.of(links, notices, payments).flatMap(some -> some).flatMap(this::spoilt),
                List.copyOf(added.getOrDefault(day, List.of())).stream());
    }

    private static Line line(Payment.View paid) {
        return new Line(
                paid.transactionId().toString(),
                paid.reference(),
                paid.kind().name(),
                paid.state().name(),
                paid.funds().name(),
                paid.wallet(),
                paid.amount(),
                paid.at());
    }

    private Stream<Line> spoilt(Line right) {
        var quirk = quirks.getOrDefault(right.reference(), Quirk.NONE);
        if (quirk.fileMissing()) {
            return Stream.empty();
        }
        long amount = quirk.fileAmount() == 0 ? right.amount() : quirk.fileAmount();
        return Stream.of(new Line(
                right.transactionId(),
                right.reference(),
                right.kind(),
                right.state(),
                right.funds(),
                right.account(),
                amount,
                right.at()));
    }

    private void addLine(RoutingContext context) {
        var day = DailyCsv.dayOf(context.pathParam("file"));
        var input = Input.of(context);
        var line = new Line(
                UUID.randomUUID().toString(),
                input.text("reference", NAME_MOST),
                input.matching("kind", KIND),
                "SUCCEEDED",
                input.findText("funds", NAME_MOST).orElse(""),
                input.text("account", NAME_MOST),
                input.balance("amount"),
                Instant.EPOCH);
        input.check();
        var lines = added.computeIfAbsent(day, none -> new ArrayList<>());
        if (lines.size() >= ADDED_MOST) {
            throw ApiProblem.full();
        }
        lines.add(line);
        Answers.json(context, 201, line);
    }

    private void spoil(RoutingContext context) {
        var input = Input.of(context);
        var wanted = new Quirk(input.flag("fileMissing"), input.amountOr("fileAmount", 0));
        input.check();
        var name = context.pathParam("name");
        if (name.length() > NAME_MOST) {
            throw ApiProblem.badInput(List.of(new ApiProblem.FieldError("name", "TOO_LONG")));
        }
        quirks.put(name, wanted);
        Answers.json(context, 200, wanted);
    }
}
