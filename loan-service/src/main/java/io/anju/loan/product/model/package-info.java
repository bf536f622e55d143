/** A product's limits, and the rate of each tranche that it lends. */
@NullMarked
package io.anju.loan.product.model;

import org.jspecify.annotations.NullMarked;
