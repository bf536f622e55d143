/** Products as versioned data: the limits and prices that an application is made under. */
@NullMarked
package io.anju.loan.product;

import org.jspecify.annotations.NullMarked;
