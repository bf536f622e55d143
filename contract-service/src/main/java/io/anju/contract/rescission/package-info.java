/** What becomes of a contract whose application is withdrawn. */
@NullMarked
package io.anju.contract.rescission;

import org.jspecify.annotations.NullMarked;
