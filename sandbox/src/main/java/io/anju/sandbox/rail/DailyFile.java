package io.anju.sandbox.rail;

import io.vertx.core.http.HttpServerResponse;
import java.util.Iterator;

/** The file for reconciliation: a header line, then one line per transaction settled on that business date; lines end with CR LF (RFC 4180). */
final class DailyFile {
    private static final String HEADER = "transactionId,reference,kind,state,reason,account,amount,settledAt\r\n";
    private static final int LINES_AT_ONCE = 500;

    private DailyFile() {}

    /** Writes as fast as the reader reads. */
    static void write(Iterator<Transaction> transactions, HttpServerResponse response) {
        response.setChunked(true).putHeader("Content-Type", "text/csv; charset=utf-8; header=present");
        writeOn(transactions, response, new StringBuilder(HEADER));
    }

    private static void writeOn(Iterator<Transaction> rest, HttpServerResponse response, StringBuilder chunk) {
        for (var lines = 0; lines < LINES_AT_ONCE && rest.hasNext(); lines++) {
            chunk.append(line(rest.next().view()));
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
                        quoted(t.reference()),
                        t.kind().name(),
                        t.state().name(),
                        reason,
                        quoted(t.account()),
                        Long.toString(t.amount()),
                        t.at().toString())
                + "\r\n";
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9_.:/-]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
