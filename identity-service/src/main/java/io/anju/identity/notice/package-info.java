/** The privacy notice: its versions, and who has accepted or refused which. */
@NullMarked
package io.anju.identity.notice;

import org.jspecify.annotations.NullMarked;
