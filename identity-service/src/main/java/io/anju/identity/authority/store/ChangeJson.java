package io.anju.identity.authority.store;

import io.anju.identity.authority.model.Change;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a change carries beside its kind and whom it concerns. */
final class ChangeJson {

    private static final String NAME = "name";
    private static final String ROLES = "roles";
    private static final String UNTIL = "trainedUntil";
    private static final String KEY = "publicKey";

    private ChangeJson() {}

    static JsonObject write(Change change) {
        var content = new JsonObject();
        switch (change) {
            case Change.Employ(var ignored, var name, var roles, var until) ->
                content.put(NAME, name).put(ROLES, array(roles)).put(UNTIL, until.toString());
            case Change.AssignRoles(var ignored, var roles) -> content.put(ROLES, array(roles));
            case Change.RecordTraining(var ignored, var until) -> content.put(UNTIL, until.toString());
            case Change.AdmitAgency(var ignored, var key) -> content.put(KEY, key);
            case Change.ReplaceAgencyKey(var ignored, var key) -> content.put(KEY, key);
            case Change.Suspend ignored -> {}
            case Change.Reinstate ignored -> {}
            case Change.ReEnrol ignored -> {}
            case Change.SuspendAgency ignored -> {}
            case Change.ReinstateAgency ignored -> {}
        }
        return content;
    }

    static Change read(String kind, String subject, JsonObject content) {
        return switch (Change.Kind.valueOf(kind)) {
            case EMPLOY ->
                new Change.Employ(UUID.fromString(subject), content.getString(NAME), roles(content), until(content));
            case SUSPEND -> new Change.Suspend(UUID.fromString(subject));
            case REINSTATE -> new Change.Reinstate(UUID.fromString(subject));
            case ASSIGN_ROLES -> new Change.AssignRoles(UUID.fromString(subject), roles(content));
            case RECORD_TRAINING -> new Change.RecordTraining(UUID.fromString(subject), until(content));
            case RE_ENROL -> new Change.ReEnrol(UUID.fromString(subject));
            case ADMIT_AGENCY -> new Change.AdmitAgency(subject, content.getString(KEY));
            case SUSPEND_AGENCY -> new Change.SuspendAgency(subject);
            case REINSTATE_AGENCY -> new Change.ReinstateAgency(subject);
            case REPLACE_AGENCY_KEY -> new Change.ReplaceAgencyKey(subject, content.getString(KEY));
        };
    }

    private static JsonArray array(Set<String> roles) {
        var array = new JsonArray();
        roles.stream().sorted().forEach(array::add);
        return array;
    }

    private static Set<String> roles(JsonObject content) {
        return content.getJsonArray(ROLES).stream().map(Object::toString).collect(Collectors.toSet());
    }

    private static LocalDate until(JsonObject content) {
        return LocalDate.parse(content.getString(UNTIL));
    }
}
