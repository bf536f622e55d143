/** Alerts over HTTP. */
@NullMarked
package io.anju.identity.alert.http;

import org.jspecify.annotations.NullMarked;
