/** Rules over HTTP. */
@NullMarked
package io.anju.identity.rule.http;

import org.jspecify.annotations.NullMarked;
