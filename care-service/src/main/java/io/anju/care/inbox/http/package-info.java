/** A customer's messages over HTTP, listed and streamed. */
@NullMarked
package io.anju.care.inbox.http;

import org.jspecify.annotations.NullMarked;
