/** The states of a held act. */
@NullMarked
package io.anju.identity.hold.model;

import org.jspecify.annotations.NullMarked;
