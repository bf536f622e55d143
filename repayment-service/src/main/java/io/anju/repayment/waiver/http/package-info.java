/** For staff. */
@NullMarked
package io.anju.repayment.waiver.http;

import org.jspecify.annotations.NullMarked;
