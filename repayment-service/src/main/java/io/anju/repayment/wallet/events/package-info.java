/** What contract-service tells of the agreement. */
@NullMarked
package io.anju.repayment.wallet.events;

import org.jspecify.annotations.NullMarked;
