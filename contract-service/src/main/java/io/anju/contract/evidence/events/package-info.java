/** Every fact that any service tells becomes a leaf. */
@NullMarked
package io.anju.contract.evidence.events;

import org.jspecify.annotations.NullMarked;
