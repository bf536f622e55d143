package io.anju.repayment.account.model;

import io.anju.repayment.ledger.model.PostedTransfer;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a loan's statement.
 *
 * @param opening principal owed before its first line, fen
 * @param lines oldest first
 */
public record Statement(long opening, List<StatementLine> lines) {

    public Statement {
        lines = List.copyOf(lines);
    }

    /** Principal owed after its last line, fen. */
    public long closing() {
        return lines.isEmpty() ? opening : lines.getLast().balance();
    }

    /** That of these transfers, oldest first, before which so much principal was owed. */
    public static Statement of(long opening, List<PostedTransfer> transfers) {
        List<StatementLine> lines = new ArrayList<>();
        long balance = opening;
        for (PostedTransfer posted : transfers) {
            StatementLine line = StatementLine.of(posted.transfer(), balance);
            balance = line.balance();
            lines.add(line);
        }
        return new Statement(opening, lines);
    }
}
