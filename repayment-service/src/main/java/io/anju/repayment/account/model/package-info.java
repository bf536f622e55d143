/** What is shown of a loan, derived from its terms, events, bills and ledger. Pure. */
@NullMarked
package io.anju.repayment.account.model;

import org.jspecify.annotations.NullMarked;
