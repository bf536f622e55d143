/** The help centre: versioned articles in two languages, and answers that quote them or offer a human. */
@NullMarked
package io.anju.care.help;

import org.jspecify.annotations.NullMarked;
