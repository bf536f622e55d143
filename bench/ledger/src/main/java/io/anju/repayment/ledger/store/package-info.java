/** The service's journal, whose postings in batches are measured beside one {@code UNNEST} statement. */
@NullMarked
package io.anju.repayment.ledger.store;

import org.jspecify.annotations.NullMarked;
