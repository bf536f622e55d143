/** Channel decisions over HTTP. */
@NullMarked
package io.anju.loan.channel.http;

import org.jspecify.annotations.NullMarked;
