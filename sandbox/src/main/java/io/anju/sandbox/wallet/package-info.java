/** The credit wallet's institution: links wallets, pays from their own funds alone, hears of limits and closings. */
@NullMarked
package io.anju.sandbox.wallet;

import org.jspecify.annotations.NullMarked;
