/** Conditions of rules, in the Common Expression Language. */
@NullMarked
package io.anju.identity.risk.cel;

import org.jspecify.annotations.NullMarked;
