/** What one service expects of another over HTTP: kept as a pact with the provider, played to the consumer, held against both. */
@NullMarked
package io.anju.testkit.pact;

import org.jspecify.annotations.NullMarked;
