@NullMarked
package io.anju.testkit;

import org.jspecify.annotations.NullMarked;
