/** Branch visits: any online step can be finished at a counter, nothing typed twice. */
@NullMarked
package io.anju.care.appointment;

import org.jspecify.annotations.NullMarked;
