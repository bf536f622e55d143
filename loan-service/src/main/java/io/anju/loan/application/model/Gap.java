package io.anju.loan.application.model;

/**
 * One thing that stands between a draft and its submission.
 *
 * @param field path of the field, such as {@code tranches[0].months}
 * @param code stable code in UPPER_SNAKE
 */
public record Gap(String field, String code) {}
