/** The log in PostgreSQL. It uses the reactive client and not Hibernate: thousands of leaves a second go in as arrays in one statement, under one advisory lock, and no entity of them is ever wanted. */
@NullMarked
package io.anju.contract.evidence.store;

import org.jspecify.annotations.NullMarked;
