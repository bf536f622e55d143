/** Documents that back what an application declares, encrypted at rest. */
@NullMarked
package io.anju.loan.document;

import org.jspecify.annotations.NullMarked;
