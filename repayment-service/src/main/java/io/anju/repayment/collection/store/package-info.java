/** Bills in PostgreSQL. */
@NullMarked
package io.anju.repayment.collection.store;

import org.jspecify.annotations.NullMarked;
