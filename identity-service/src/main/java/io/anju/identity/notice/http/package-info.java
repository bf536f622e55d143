/** The privacy notice over HTTP. */
@NullMarked
package io.anju.identity.notice.http;

import org.jspecify.annotations.NullMarked;
