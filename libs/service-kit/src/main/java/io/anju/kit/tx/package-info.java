/** Transactions, the same for services on the reactive client and on Hibernate Reactive. */
@NullMarked
package io.anju.kit.tx;

import org.jspecify.annotations.NullMarked;
