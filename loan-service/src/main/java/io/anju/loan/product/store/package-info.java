/** Product versions in PostgreSQL. */
@NullMarked
package io.anju.loan.product.store;

import org.jspecify.annotations.NullMarked;
