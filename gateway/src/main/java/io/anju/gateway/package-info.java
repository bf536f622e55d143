@NullMarked
package io.anju.gateway;

import org.jspecify.annotations.NullMarked;
