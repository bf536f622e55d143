/** What stands on the paper, and where a line ends: no file format in here. */
@NullMarked
package io.anju.contract.pdf.model;

import org.jspecify.annotations.NullMarked;
