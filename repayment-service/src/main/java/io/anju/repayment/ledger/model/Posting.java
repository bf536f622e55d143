package io.anju.repayment.ledger.model;

import java.util.UUID;

/** How a wanted transfer came to stand in the ledger. */
public sealed interface Posting {

    /** The transfer in the ledger. */
    UUID transferId();

    /** It was posted now. */
    record Posted(UUID transferId) implements Posting {}

    /** The same transfer stood there already, under the same key: nothing moved. */
    record AlreadyPosted(UUID transferId) implements Posting {}
}
