/** Telephone numbers, asked of identity-service, which records each reading. */
@NullMarked
package io.anju.care.permit.identity;

import org.jspecify.annotations.NullMarked;
