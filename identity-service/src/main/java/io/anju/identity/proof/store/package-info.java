/** Codes and failure counts in PostgreSQL. */
@NullMarked
package io.anju.identity.proof.store;

import org.jspecify.annotations.NullMarked;
