/**
 * The bank's book of repayments: double entry, integer fen, only ever added to. {@link io.anju.repayment.ledger.Ledger}
 * posts and reads; the rules that nothing may break are the triggers of {@code V1__ledger.sql}.
 */
@NullMarked
package io.anju.repayment.ledger;

import org.jspecify.annotations.NullMarked;
