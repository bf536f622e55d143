package io.anju.repayment.ledger.model;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A place among a loan's transfers, which are ordered by business date and, within a date, by id.
 *
 * @param id the transfer's, or the nil UUID for the place before the first of the date
 */
public record Position(LocalDate date, UUID id) {

    private static final UUID NIL = new UUID(0, 0);

    /** Before every transfer of the date, behind all earlier ones. */
    public static Position before(LocalDate date) {
        return new Position(date, NIL);
    }

    /** That of a transfer. */
    public static Position of(PostedTransfer posted) {
        return new Position(posted.transfer().date(), posted.transfer().id());
    }

    /** As a cursor carries it. */
    public String text() {
        return date + "/" + id;
    }

    /** Read back; throws what a bad date or a bad id throws. */
    public static Position parse(String text) {
        String[] parts = text.split("/", 2);
        return new Position(LocalDate.parse(parts[0]), UUID.fromString(parts.length == 2 ? parts[1] : ""));
    }
}
