/** Waivers in PostgreSQL. */
@NullMarked
package io.anju.repayment.waiver.store;

import org.jspecify.annotations.NullMarked;
