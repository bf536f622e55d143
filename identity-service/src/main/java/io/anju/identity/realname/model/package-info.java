/** The resident ID number after GB 11643-1999, and who may be verified. */
@NullMarked
package io.anju.identity.realname.model;

import org.jspecify.annotations.NullMarked;
