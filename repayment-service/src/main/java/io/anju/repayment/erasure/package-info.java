/** What becomes of cards when their holder is erased. */
@NullMarked
package io.anju.repayment.erasure;

import org.jspecify.annotations.NullMarked;
