/** SHA-256 as contracts write it. */
@NullMarked
package io.anju.contract.digest;

import org.jspecify.annotations.NullMarked;
