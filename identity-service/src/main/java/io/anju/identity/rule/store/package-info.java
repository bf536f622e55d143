/** Versions of rules in PostgreSQL. */
@NullMarked
package io.anju.identity.rule.store;

import org.jspecify.annotations.NullMarked;
