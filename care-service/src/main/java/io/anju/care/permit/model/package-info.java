/** The rules of contact, pure: a request, the facts known about it, and the decision with its reasons. */
@NullMarked
package io.anju.care.permit.model;

import org.jspecify.annotations.NullMarked;
