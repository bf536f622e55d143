/** The life of a session and the rotation of its refresh tokens. */
@NullMarked
package io.anju.identity.session.model;

import org.jspecify.annotations.NullMarked;
