/** The kinds of data keys. */
@NullMarked
package io.anju.identity.datakey.model;

import org.jspecify.annotations.NullMarked;
