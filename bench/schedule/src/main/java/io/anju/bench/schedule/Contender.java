package io.anju.bench.schedule;

import java.time.LocalDate;
import java.util.List;

/** One way of computing equal instalments, interest a twelfth of a year, the last row taking the residue. */
interface Contender {

    /** What every contender must produce for a row; amounts in fen. */
    record Row(LocalDate dueDate, long principal, long interest, long balance) {}

    /** The work that is timed; the result only has to be used. */
    Object run(Loan loan);

    /** The same work as rows, for the check before any timing. */
    List<Row> rows(Loan loan);
}
