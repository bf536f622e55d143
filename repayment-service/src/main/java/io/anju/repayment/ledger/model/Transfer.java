package io.anju.repayment.ledger.model;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Value moved between accounts, as one act: its lines add up to zero, so that nothing appears or is lost.
 *
 * <p>A transfer is never changed. One that should not have been is undone by its {@link #reversal}, and both stay
 * readable. Example: 4,490.45 received for the first instalment of a loan of 1,000,000 at 3.5 % over 360 months:
 *
 * <pre>
 *   debit   RAIL_CLEARING     4,490.45
 *   credit  INTEREST_INCOME              2,916.67
 *   credit  LOAN_PRINCIPAL               1,573.78
 * </pre>
 *
 * @param id UUIDv7
 * @param key idempotency key: the same key never posts twice, whoever asks and however often
 * @param kind why value moved
 * @param loanId the loan it belongs to
 * @param date business date, Asia/Shanghai
 * @param reference what a statement prints beside it; no personal data
 * @param reverses the transfer that this one undoes, for a {@link TransferKind#REVERSAL}
 * @param lines two or more, each account once, adding up to zero
 */
public record Transfer(
        UUID id,
        String key,
        TransferKind kind,
        UUID loanId,
        LocalDate date,
        String reference,
        @Nullable UUID reverses,
        List<Line> lines) {

    public Transfer {
        lines = List.copyOf(lines);
        if (lines.stream().mapToLong(Line::amount).reduce(0, Math::addExact) != 0 || lines.isEmpty()) {
            throw new IllegalArgumentException("not balanced: " + lines);
        }
        if (lines.stream().map(Line::account).distinct().count() != lines.size()) {
            throw new IllegalArgumentException("an account twice: " + lines);
        }
        if ((kind == TransferKind.REVERSAL) != (reverses != null)) {
            throw new IllegalArgumentException(kind + " reverses " + reverses);
        }
    }

    /** The sum of its debits, fen. */
    public long amount() {
        return lines.stream().mapToLong(Line::amount).filter(fen -> fen > 0).sum();
    }

    /** What it moves on accounts of a kind, fen; debits are positive. */
    public long on(AccountCode code) {
        return lines.stream()
                .filter(line -> line.account().code() == code)
                .mapToLong(Line::amount)
                .sum();
    }

    /** The transfer that undoes this one; a transfer has only one, so its key follows from this id. */
    public Transfer reversal(UUID newId, LocalDate onDate, String reason) {
        return new Transfer(
                newId,
                "reversal:" + id,
                TransferKind.REVERSAL,
                loanId,
                onDate,
                reason,
                id,
                lines.stream().map(Line::undone).toList());
    }

    /** The same under another key, since what stood under this one was undone. */
    public Transfer after(UUID undone) {
        return new Transfer(id, "again:" + undone, kind, loanId, date, reference, reverses, lines);
    }

    /** Whether the other one, wanted under the same key, would move the same value for the same reason. */
    public boolean movesTheSameAs(Transfer other) {
        return kind == other.kind
                && loanId.equals(other.loanId)
                && lines.size() == other.lines.size()
                && lines.containsAll(other.lines);
    }
}
