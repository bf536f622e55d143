/** Orders to the rail in PostgreSQL. */
@NullMarked
package io.anju.repayment.rail.store;

import org.jspecify.annotations.NullMarked;
