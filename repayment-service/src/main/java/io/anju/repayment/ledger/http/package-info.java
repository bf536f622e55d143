/** The ledger as the bank's staff reads it: trial balance and the transfers of a loan. */
@NullMarked
package io.anju.repayment.ledger.http;

import org.jspecify.annotations.NullMarked;
