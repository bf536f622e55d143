/** The one door: what comes from outside is checked, limited and passed on to the service it is meant for. */
@NullMarked
package io.anju.gateway;

import org.jspecify.annotations.NullMarked;
