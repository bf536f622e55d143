/** Erasures, retention rules and legal holds in PostgreSQL. */
@NullMarked
package io.anju.identity.erasure.store;

import org.jspecify.annotations.NullMarked;
