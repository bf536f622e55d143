package io.anju.care.agency;

import java.util.Optional;
import java.util.UUID;

/**
 * What other features need to know of an agency.
 *
 * @param lapse code of the reason why it may not act; empty when it may
 */
public record AgencyStanding(UUID id, String clientId, String name, Optional<String> lapse) {}
