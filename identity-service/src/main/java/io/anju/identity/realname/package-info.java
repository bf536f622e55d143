/** Proving a real name: the ID number's own rules, and the ID registry's word. */
@NullMarked
package io.anju.identity.realname;

import org.jspecify.annotations.NullMarked;
