/**
 * The borrower's view of a loan: where it stands, its schedule and instalments, its rate, what would settle it, its
 * statement. Reads what the other features keep; changes nothing.
 */
@NullMarked
package io.anju.repayment.account;

import org.jspecify.annotations.NullMarked;
