/** Changing the risk rules: proposed, tried against what was decided, approved by a second officer, rolled back. */
@NullMarked
package io.anju.identity.rule;

import org.jspecify.annotations.NullMarked;
