/** What repayment-service tells of wallet links. */
@NullMarked
package io.anju.identity.wallet.events;

import org.jspecify.annotations.NullMarked;
