/** The ledger beside bare SQL: posting in batches, and one payment over HTTP. */
@NullMarked
package io.anju.bench.ledger;

import org.jspecify.annotations.NullMarked;
