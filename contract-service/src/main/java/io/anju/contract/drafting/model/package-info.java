/** What was approved, and how it is put into the contract's fields. */
@NullMarked
package io.anju.contract.drafting.model;

import org.jspecify.annotations.NullMarked;
