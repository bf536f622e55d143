/** Asking for money, and the decision: products, rates, quotes, applications, documents, review, release of the money. */
@NullMarked
package io.anju.loan;

import org.jspecify.annotations.NullMarked;
