/** Paying late: penalty and compound interest, the order in which a payment is allocated, ageing. */
@NullMarked
package io.anju.kernel.arrears;

import org.jspecify.annotations.NullMarked;
