/** Real-name checks over HTTP. */
@NullMarked
package io.anju.identity.realname.http;

import org.jspecify.annotations.NullMarked;
