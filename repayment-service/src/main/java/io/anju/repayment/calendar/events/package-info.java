/** What this service hears of public holidays. */
@NullMarked
package io.anju.repayment.calendar.events;

import org.jspecify.annotations.NullMarked;
