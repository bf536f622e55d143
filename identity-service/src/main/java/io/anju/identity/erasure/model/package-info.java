/** The retention schedule, and the life of an erasure. */
@NullMarked
package io.anju.identity.erasure.model;

import org.jspecify.annotations.NullMarked;
