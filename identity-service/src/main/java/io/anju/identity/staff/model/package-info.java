/** When a member of staff may enrol. */
@NullMarked
package io.anju.identity.staff.model;

import org.jspecify.annotations.NullMarked;
