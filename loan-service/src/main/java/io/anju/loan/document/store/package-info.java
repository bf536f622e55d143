/** Documents: rows in PostgreSQL, encrypted content in a directory. */
@NullMarked
package io.anju.loan.document.store;

import org.jspecify.annotations.NullMarked;
