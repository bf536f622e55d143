/** The service's store of decisions; its two statements, sent by a bare client, are the peer of the benchmark. */
@NullMarked
package io.anju.identity.risk.store;

import org.jspecify.annotations.NullMarked;
