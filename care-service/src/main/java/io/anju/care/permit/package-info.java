/** Contact permits: nobody reaches a customer without one; decided under the customer's lock, recorded, signed. */
@NullMarked
package io.anju.care.permit;

import org.jspecify.annotations.NullMarked;
