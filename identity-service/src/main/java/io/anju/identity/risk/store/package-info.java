/** Rules and decisions in PostgreSQL. */
@NullMarked
package io.anju.identity.risk.store;

import org.jspecify.annotations.NullMarked;
