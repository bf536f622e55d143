/** What the signature page says. */
@NullMarked
package io.anju.contract.sealing.model;

import org.jspecify.annotations.NullMarked;
