/** What every answer of the gateway has: problem documents, trace context, safe headers, clean paths. */
@NullMarked
package io.anju.gateway.http;

import org.jspecify.annotations.NullMarked;
