/** What becomes of contracts that no law keeps any longer. */
@NullMarked
package io.anju.contract.erasure;

import org.jspecify.annotations.NullMarked;
