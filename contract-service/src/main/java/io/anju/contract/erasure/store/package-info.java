/** Emptied contracts in PostgreSQL. */
@NullMarked
package io.anju.contract.erasure.store;

import org.jspecify.annotations.NullMarked;
