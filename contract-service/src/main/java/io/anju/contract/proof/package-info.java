/** Proving to others: a bundle with everything a customer needs to show what was agreed, and a check of any PDF for anyone. */
@NullMarked
package io.anju.contract.proof;

import org.jspecify.annotations.NullMarked;
