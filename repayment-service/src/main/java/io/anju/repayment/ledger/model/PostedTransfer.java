package io.anju.repayment.ledger.model;

import java.time.Instant;

/** A transfer as it stands in the ledger. */
public record PostedTransfer(Transfer transfer, Instant postedAt) {}
