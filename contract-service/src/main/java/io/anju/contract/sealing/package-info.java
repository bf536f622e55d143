/** The bank's electronic seal: a PAdES signature over the final file, which tools that know nothing of us can check. */
@NullMarked
package io.anju.contract.sealing;

import org.jspecify.annotations.NullMarked;
