/** Contracts in PostgreSQL, by Hibernate Reactive. */
@NullMarked
package io.anju.contract.signing.store;

import org.jspecify.annotations.NullMarked;
