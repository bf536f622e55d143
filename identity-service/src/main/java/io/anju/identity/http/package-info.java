/** What several capabilities need of a request, and the status of a refused proof. */
@NullMarked
package io.anju.identity.http;

import org.jspecify.annotations.NullMarked;
