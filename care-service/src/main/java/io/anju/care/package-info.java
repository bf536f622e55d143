/** Treating people well: inbox, contact permits, agencies, complaints, appointments, help. */
@NullMarked
package io.anju.care;

import org.jspecify.annotations.NullMarked;
