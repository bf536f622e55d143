/** The ledger: posting in batches beside one {@code UNNEST} statement, and one payment over HTTP beside pgbench. */
@NullMarked
package io.anju.bench.ledger;

import org.jspecify.annotations.NullMarked;
