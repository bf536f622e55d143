/** Proposing and deciding over HTTP, and the lists that go with it. */
@NullMarked
package io.anju.identity.authority.http;

import org.jspecify.annotations.NullMarked;
