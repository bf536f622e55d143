/** Articles and their grams in PostgreSQL, indexed for search. */
@NullMarked
package io.anju.care.help.store;

import org.jspecify.annotations.NullMarked;
