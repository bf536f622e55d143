package io.anju.repayment.ledger.model;

import io.anju.kernel.result.Result;
import java.util.UUID;

/** How a wanted transfer came to stand in the ledger. */
public sealed interface Posting {

    /** The transfer in the ledger. */
    UUID transferId();

    /**
     * The transfer of what our own rules had decided to post, posted now or before.
     *
     * @throws IllegalStateException when the ledger refuses it: then those rules are at fault
     */
    static UUID expected(Result<Posting, LedgerRefusal> answer) {
        return switch (answer) {
            case Result.Ok<Posting, LedgerRefusal>(Posting posting) -> posting.transferId();
            case Result.Refused<Posting, LedgerRefusal>(LedgerRefusal refusal) ->
                throw new IllegalStateException(refusal.toString());
        };
    }

    /** It was posted now. */
    record Posted(UUID transferId) implements Posting {}

    /** The same transfer stood there already, under the same key: nothing moved. */
    record AlreadyPosted(UUID transferId) implements Posting {}
}
