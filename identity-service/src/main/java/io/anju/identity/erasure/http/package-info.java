/** Erasure over HTTP, for customers and for compliance officers. */
@NullMarked
package io.anju.identity.erasure.http;

import org.jspecify.annotations.NullMarked;
