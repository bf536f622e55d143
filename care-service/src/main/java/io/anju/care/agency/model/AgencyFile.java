package io.anju.care.agency.model;

import java.util.Set;

/**
 * What is known of an agency in every state.
 *
 * @param clientId its OAuth client at identity
 * @param purposes codes of the purposes for which it may ask permits
 */
public record AgencyFile(String clientId, String name, Set<String> purposes, Papers papers) {

    public AgencyFile {
        purposes = Set.copyOf(purposes);
    }

    /** The same agency with other papers. */
    AgencyFile with(Renewal renewal) {
        return new AgencyFile(clientId, renewal.name(), renewal.purposes(), renewal.papers());
    }
}
