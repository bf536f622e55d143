/** Contracts over HTTP. */
@NullMarked
package io.anju.contract.signing.http;

import org.jspecify.annotations.NullMarked;
