/** Reference rates by publication date: the LPR and the provident fund's rates, published by two officers. */
@NullMarked
package io.anju.loan.referencerate;

import org.jspecify.annotations.NullMarked;
