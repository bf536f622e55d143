/** Verifications and policies in PostgreSQL. */
@NullMarked
package io.anju.identity.verification.store;

import org.jspecify.annotations.NullMarked;
