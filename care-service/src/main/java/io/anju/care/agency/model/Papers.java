package io.anju.care.agency.model;

import java.time.LocalDate;

/**
 * What an agency must hold; each is good up to and including its day.
 *
 * @param licenceUntil business licence
 * @param confidentialityUntil confidentiality agreement with the bank
 * @param trainingUntil compliance training of its staff
 */
public record Papers(LocalDate licenceUntil, LocalDate confidentialityUntil, LocalDate trainingUntil) {}
