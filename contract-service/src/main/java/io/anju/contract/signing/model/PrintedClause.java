package io.anju.contract.signing.model;

import io.anju.contract.template.model.Text;

/**
 * A clause as it stands in one contract.
 *
 * @param text filled in
 */
public record PrintedClause(String id, boolean important, Text heading, String text) {}
