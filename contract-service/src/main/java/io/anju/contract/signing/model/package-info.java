/** The contract's states and the rules of signing. */
@NullMarked
package io.anju.contract.signing.model;

import org.jspecify.annotations.NullMarked;
