/** Contracts from the draft to the signature: kept, read clause by clause, signed over their hash, declined, expired, withdrawn. */
@NullMarked
package io.anju.contract.signing;

import org.jspecify.annotations.NullMarked;
