/** The payment rail: debits and payouts settled later, told by callback, listed in a daily file. */
@NullMarked
package io.anju.sandbox.rail;

import org.jspecify.annotations.NullMarked;
