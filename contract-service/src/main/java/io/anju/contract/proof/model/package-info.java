/** What a check finds, and what a bundle says about itself. */
@NullMarked
package io.anju.contract.proof.model;

import org.jspecify.annotations.NullMarked;
