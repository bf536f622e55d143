/** Which key signs and which are published, and when. */
@NullMarked
package io.anju.identity.token.model;

import org.jspecify.annotations.NullMarked;
