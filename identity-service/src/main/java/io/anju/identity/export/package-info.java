/** A customer's copy of their own data: gathered part by part, readable by programs and by people, there for an hour. */
@NullMarked
package io.anju.identity.export;

import org.jspecify.annotations.NullMarked;
