/** For staff. */
@NullMarked
package io.anju.repayment.reversal.http;

import org.jspecify.annotations.NullMarked;
