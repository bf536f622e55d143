/** Who of the staff and the partners may do what: each change proposed by one person and decided by another. */
@NullMarked
package io.anju.identity.authority;

import org.jspecify.annotations.NullMarked;
