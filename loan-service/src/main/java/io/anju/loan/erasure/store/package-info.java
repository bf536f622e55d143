/** The customers' files in PostgreSQL. */
@NullMarked
package io.anju.loan.erasure.store;

import org.jspecify.annotations.NullMarked;
