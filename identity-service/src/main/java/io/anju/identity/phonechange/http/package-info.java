/** Changes of phone over HTTP. */
@NullMarked
package io.anju.identity.phonechange.http;

import org.jspecify.annotations.NullMarked;
