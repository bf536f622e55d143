/** Applications, their timeline and the credit-check consent in PostgreSQL. */
@NullMarked
package io.anju.loan.application.store;

import org.jspecify.annotations.NullMarked;
