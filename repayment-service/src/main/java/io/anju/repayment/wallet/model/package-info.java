/** A link's and a closing's states, the limit's formula, what a closing brings. Pure. */
@NullMarked
package io.anju.repayment.wallet.model;

import org.jspecify.annotations.NullMarked;
