/** The credit bureau: a report per person, decided by the name. */
@NullMarked
package io.anju.sandbox.bureau;

import org.jspecify.annotations.NullMarked;
