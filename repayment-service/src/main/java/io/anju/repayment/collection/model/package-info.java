/** A billed instalment's states and what it owes on a day. Pure. */
@NullMarked
package io.anju.repayment.collection.model;

import org.jspecify.annotations.NullMarked;
