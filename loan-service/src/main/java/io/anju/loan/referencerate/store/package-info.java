/** Reference rates in PostgreSQL. */
@NullMarked
package io.anju.loan.referencerate.store;

import org.jspecify.annotations.NullMarked;
