@NullMarked
package io.anju.loan;

import org.jspecify.annotations.NullMarked;
