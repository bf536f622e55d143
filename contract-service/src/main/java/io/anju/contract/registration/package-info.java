/** The mortgage at the property registry: applied for, registered, released when the loan is repaid, with a certificate of settlement. */
@NullMarked
package io.anju.contract.registration;

import org.jspecify.annotations.NullMarked;
