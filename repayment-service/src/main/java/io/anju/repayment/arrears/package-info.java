/**
 * How late loans are: ageing, five-category class and cure, worked out from their bills; listed for staff and counted for
 * Prometheus as the last classification left them.
 */
@NullMarked
package io.anju.repayment.arrears;

import org.jspecify.annotations.NullMarked;
