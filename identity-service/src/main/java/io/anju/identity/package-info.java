/** Who you are, and what you may do right now: one package per capability, its rules in {@code model}. */
@NullMarked
package io.anju.identity;

import org.jspecify.annotations.NullMarked;
