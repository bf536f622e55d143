/** Complaints: contact stops at once, the answer is due by law, whoever is involved stays out of it. */
@NullMarked
package io.anju.care.complaint;

import org.jspecify.annotations.NullMarked;
