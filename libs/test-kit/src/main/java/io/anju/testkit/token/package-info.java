/** Tokens as people make them who have no key. */
@NullMarked
package io.anju.testkit.token;

import org.jspecify.annotations.NullMarked;
