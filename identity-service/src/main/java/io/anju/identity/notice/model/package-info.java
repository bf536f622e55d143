/** Where a customer stands on the privacy notice. */
@NullMarked
package io.anju.identity.notice.model;

import org.jspecify.annotations.NullMarked;
