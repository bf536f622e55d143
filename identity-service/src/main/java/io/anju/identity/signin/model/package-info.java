/** The life of a sign-in. */
@NullMarked
package io.anju.identity.signin.model;

import org.jspecify.annotations.NullMarked;
