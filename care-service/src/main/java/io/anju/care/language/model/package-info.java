/** The languages this service speaks, and how each writes amounts, dates and rates; pure. */
@NullMarked
package io.anju.care.language.model;

import org.jspecify.annotations.NullMarked;
