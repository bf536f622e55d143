/** The record of wallet links in PostgreSQL. */
@NullMarked
package io.anju.identity.wallet.store;

import org.jspecify.annotations.NullMarked;
