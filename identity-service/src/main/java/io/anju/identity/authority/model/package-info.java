/** A change of authority, the two people it takes, and the roles that one person never holds together. */
@NullMarked
package io.anju.identity.authority.model;

import org.jspecify.annotations.NullMarked;
