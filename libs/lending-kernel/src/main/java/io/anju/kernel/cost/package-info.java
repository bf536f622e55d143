/** What a loan costs in all: the real annual rate over everything that the borrower pays. */
@NullMarked
package io.anju.kernel.cost;

import org.jspecify.annotations.NullMarked;
