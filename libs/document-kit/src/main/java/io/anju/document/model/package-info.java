/** What stands on the paper, and where a line ends: no file format in here. */
@NullMarked
package io.anju.document.model;

import org.jspecify.annotations.NullMarked;
