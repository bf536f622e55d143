/** A customer's application for a loan, from the first draft to the settled loan. */
@NullMarked
package io.anju.loan.application;

import org.jspecify.annotations.NullMarked;
