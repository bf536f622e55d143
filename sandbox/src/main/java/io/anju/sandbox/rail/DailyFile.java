package io.anju.sandbox.rail;

import io.anju.sandbox.http.Bounded;
import io.anju.sandbox.http.DailyCsv;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The file for reconciliation: a header line, then one line per transaction settled on that business date; lines end
 * with CR LF (RFC 4180). Quirks and lines that were added spoil it.
 */
final class DailyFile {
    private static final String HEADER = "transactionId,reference,kind,state,reason,account,amount,settledAt\r\n";
    private static final int LINES_AT_ONCE = 500;
    private static final int DAYS_MOST = 1_000;
    private static final int ADDED_MOST = 10_000;

    private final Rail rail;
    private final Quirks quirks;
    private final Map<LocalDate, List<Transaction.View>> added = new Bounded<>(DAYS_MOST);

    private final Map<LocalDate, String> replaced = new Bounded<>(DAYS_MOST);

    DailyFile(Rail rail, Quirks quirks) {
        this.rail = rail;
        this.quirks = quirks;
    }

    /** Adds a line for money that nobody ordered; false when the file takes no more. */
    boolean add(LocalDate date, Transaction.View surplus) {
        var lines = added.computeIfAbsent(date, none -> new ArrayList<>());
        return lines.size() < ADDED_MOST && lines.add(surplus);
    }

    /** From now on the file is this text, whatever it is; its own again when that is empty. */
    void replace(LocalDate date, String text) {
        if (text.isEmpty()) {
            replaced.remove(date);
        } else {
            replaced.put(date, text);
        }
    }

    /** Writes as fast as the reader reads. */
    void write(LocalDate date, RoutingContext context) {
        if (DailyCsv.isAnswered(context, madeOf(date))) {
            return;
        }
        var response = context.response();
        if (replaced.containsKey(date)) {
            var unused = response.end(replaced.get(date));
            return;
        }
        Iterable<Transaction> settled = () -> rail.settledOn(date);
        var lines = Stream.concat(
                        StreamSupport.stream(settled.spliterator(), false).flatMap(this::views),
                        List.copyOf(added.getOrDefault(date, List.of())).stream())
                .iterator();
        response.setChunked(true);
        writeOn(lines, response, new StringBuilder(HEADER));
    }

    /** Another text for another file; what is settled stays, so that its number says which it is. */
    private String madeOf(LocalDate date) {
        return replaced.containsKey(date)
                ? replaced.get(date)
                : rail.countSettledOn(date) + " " + added.getOrDefault(date, List.of()) + quirks.inForce();
    }

    private Stream<Transaction.View> views(Transaction settled) {
        var quirk = quirks.of(settled.order());
        if (quirk.fileMissing()) {
            return Stream.empty();
        }
        var view = quirk.fileAmount() == 0 ? settled.view() : settled.view().withAmount(quirk.fileAmount());
        return quirk.fileTwice() ? Stream.of(view, view) : Stream.of(view);
    }

    private static void writeOn(Iterator<Transaction.View> rest, HttpServerResponse response, StringBuilder chunk) {
        for (var lines = 0; lines < LINES_AT_ONCE && rest.hasNext(); lines++) {
            chunk.append(line(rest.next()));
        }
        var written = response.write(chunk.toString());
        if (rest.hasNext()) {
            written.onSuccess(done -> writeOn(rest, response, new StringBuilder()));
        } else {
            var unused = response.end();
        }
    }

    private static String line(Transaction.View t) {
        var reason = t.reason() == null ? "" : t.reason();
        return String.join(
                        ",",
                        t.transactionId().toString(),
                        DailyCsv.field(t.reference()),
                        t.kind().name(),
                        t.state().name(),
                        reason,
                        DailyCsv.field(t.account()),
                        Long.toString(t.amount()),
                        t.at().toString())
                + "\r\n";
    }
}
