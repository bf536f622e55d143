/** Facts from identity that decide who may be contacted. */
@NullMarked
package io.anju.care.permit.events;

import org.jspecify.annotations.NullMarked;
