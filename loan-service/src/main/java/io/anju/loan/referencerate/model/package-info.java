/** What a reference rate is, which one is in force on a date, and how two people publish one. */
@NullMarked
package io.anju.loan.referencerate.model;

import org.jspecify.annotations.NullMarked;
