/** What a ledger is made of: accounts, transfers and their lines, and the totals that must agree. Pure. */
@NullMarked
package io.anju.repayment.ledger.model;

import org.jspecify.annotations.NullMarked;
