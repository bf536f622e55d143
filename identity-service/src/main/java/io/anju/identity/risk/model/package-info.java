/** Signals, rules and how rules that fired add up to one outcome. */
@NullMarked
package io.anju.identity.risk.model;

import org.jspecify.annotations.NullMarked;
