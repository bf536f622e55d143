/** Release of the money, when the contract is sealed and the mortgage registered. */
@NullMarked
package io.anju.loan.disbursement;

import org.jspecify.annotations.NullMarked;
