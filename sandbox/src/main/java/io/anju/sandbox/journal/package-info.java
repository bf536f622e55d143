/** The append-only file that lets a restarted sandbox forget no money. */
@NullMarked
package io.anju.sandbox.journal;

import org.jspecify.annotations.NullMarked;
