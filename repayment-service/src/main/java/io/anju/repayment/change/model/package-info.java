/** What is offered, and why not. Pure. */
@NullMarked
package io.anju.repayment.change.model;

import org.jspecify.annotations.NullMarked;
