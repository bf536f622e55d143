/** The daily file's form, the comparison, and the life of a break. Pure. */
@NullMarked
package io.anju.repayment.reconciliation.model;

import org.jspecify.annotations.NullMarked;
