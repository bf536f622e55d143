package io.anju.repayment.ledger.http;

import io.anju.repayment.ledger.model.AccountCode;
import io.anju.repayment.ledger.model.PostedTransfer;
import io.anju.repayment.ledger.model.Transfer;
import io.anju.repayment.ledger.model.TransferKind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A posted transfer as JSON.
 *
 * @param amount fen
 * @param reverses the transfer that this one undoes
 */
@RegisterForReflection
public record TransferView(
        UUID id,
        TransferKind kind,
        LocalDate date,
        Instant postedAt,
        long amount,
        String reference,
        @Nullable UUID reverses,
        List<Line> lines) {

    /**
     * @param debit fen, or 0
     * @param credit fen, or 0
     */
    @RegisterForReflection
    public record Line(AccountCode account, long debit, long credit) {}

    static TransferView of(PostedTransfer posted) {
        Transfer transfer = posted.transfer();
        return new TransferView(
                transfer.id(),
                transfer.kind(),
                transfer.date(),
                posted.postedAt(),
                transfer.amount(),
                transfer.reference(),
                transfer.reverses(),
                transfer.lines().stream()
                        .map(line -> new Line(
                                line.account().code(), Math.max(line.amount(), 0), Math.max(-line.amount(), 0)))
                        .toList());
    }
}
