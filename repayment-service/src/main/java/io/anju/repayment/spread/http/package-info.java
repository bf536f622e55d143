/** For staff. */
@NullMarked
package io.anju.repayment.spread.http;

import org.jspecify.annotations.NullMarked;
