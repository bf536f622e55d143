/** Consents in PostgreSQL. */
@NullMarked
package io.anju.identity.consent.store;

import org.jspecify.annotations.NullMarked;
