package io.anju.repayment.reconciliation.http;

import io.anju.kernel.money.Fen;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Breaks as CSV: a header, one line per break, amounts in yuan with two decimals, lines ending with CR LF. */
final class BreakCsv {

    private static final String HEADER =
            "id,date,kind,reference,state,owner,ours,theirs,ordered,booked,told,difference,"
                    + "suspense,foundAt,ageDays,remedy,reason,proposedBy,resolvedBy,resolvedAt,source,overtaken\r\n";

    private BreakCsv() {}

    static String write(List<BreakView> breaks) {
        var csv = new StringBuilder(HEADER);
        breaks.forEach(one -> csv.append(line(one)).append("\r\n"));
        return csv.toString();
    }

    private static String line(BreakView one) {
        return String.join(
                ",",
                one.id().toString(),
                plain(one.date()),
                one.kind().name(),
                quoted(one.reference()),
                one.state().name(),
                one.owner(),
                quoted(one.ours()),
                quoted(one.theirs()),
                one.ordered() == null ? "" : Fen.yuan(one.ordered()),
                Fen.yuan(one.booked()),
                Fen.yuan(one.told()),
                Fen.yuan(one.difference()),
                Fen.yuan(one.suspense()),
                one.foundAt().toString(),
                Long.toString(one.ageDays()),
                plain(one.remedy()),
                quoted(Objects.requireNonNullElse(one.reason(), "")),
                plain(one.proposedBy()),
                plain(one.resolvedBy()),
                plain(one.resolvedAt()),
                one.source().name(),
                Boolean.toString(one.overtaken()));
    }

    private static String plain(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** What others wrote is text for a spreadsheet, never a formula. */
    private static String quoted(String text) {
        String harmless = text.matches("[=+@\\-\t\r].*") ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
