/** Partner agencies: vetted by two people, with papers that expire; whether one may act today. */
@NullMarked
package io.anju.care.agency;

import org.jspecify.annotations.NullMarked;
