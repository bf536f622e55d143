/** The credit bureau and the customer's identity, behind their ports. */
@NullMarked
package io.anju.loan.underwriting.bureau;

import org.jspecify.annotations.NullMarked;
