@NullMarked
package io.anju.repayment;

import org.jspecify.annotations.NullMarked;
