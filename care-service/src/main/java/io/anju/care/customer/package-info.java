/** Whether a customer is still there, for the features that begin something for one. */
@NullMarked
package io.anju.care.customer;

import org.jspecify.annotations.NullMarked;
