/** Amendments of contracts in force: drafted when another service has agreed on a change; read, signed and sealed like any contract. */
@NullMarked
package io.anju.contract.amendment;

import org.jspecify.annotations.NullMarked;
