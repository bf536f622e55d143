/** Runs for staff. */
@NullMarked
package io.anju.repayment.duerun.http;

import org.jspecify.annotations.NullMarked;
