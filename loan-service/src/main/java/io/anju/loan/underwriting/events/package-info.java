/** What underwriting hears of the bank's own loans. */
@NullMarked
package io.anju.loan.underwriting.events;

import org.jspecify.annotations.NullMarked;
