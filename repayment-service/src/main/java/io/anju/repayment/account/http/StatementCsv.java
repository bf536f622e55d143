package io.anju.repayment.account.http;

import io.anju.kernel.money.Fen;
import io.anju.repayment.account.model.StatementLine;
import java.util.List;

/** A statement as CSV: a header, one line per transfer, amounts in yuan with two decimals, lines ending with CR LF. */
final class StatementCsv {

    private static final String HEADER = "date,kind,reference,paid,principal,interest,penalty,costs,balance\r\n";

    private StatementCsv() {}

    static String write(List<StatementLine> lines) {
        var csv = new StringBuilder(HEADER);
        for (StatementLine line : lines) {
            csv.append(String.join(
                            ",",
                            line.date().toString(),
                            line.kind().name(),
                            quoted(line.reference()),
                            Fen.yuan(line.paid()),
                            Fen.yuan(line.principal()),
                            Fen.yuan(line.interest()),
                            Fen.yuan(line.penalty()),
                            Fen.yuan(line.costs()),
                            Fen.yuan(line.balance())))
                    .append("\r\n");
        }
        return csv.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
