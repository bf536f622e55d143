/** Contract texts as versioned data: what is asked for, what is printed, and what a signer must have understood. */
@NullMarked
package io.anju.contract.template;

import org.jspecify.annotations.NullMarked;
