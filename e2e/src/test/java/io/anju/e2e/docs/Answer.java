package io.anju.e2e.docs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a block of the page says whatever the day and the ids are: which HTTP statuses it names, and which documents.
 *
 * @param statuses in order, as {@code curl} tells them
 * @param documents the JSON objects in order
 */
record Answer(List<String> statuses, List<Document> documents) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern STATUS = Pattern.compile("(?:HTTP/\\S+|returned error:) (\\d{3})");

    /**
     * A JSON object.
     *
     * @param members the names at its top; without order, which is not promised
     * @param problem status and code of a problem document, else empty
     * @param cut whether the page had no room for all of it
     */
    record Document(Set<String> members, String problem, boolean cut) {

        /** Whether this, as the page shows it, is an answer such as that one. */
        boolean shows(Document answered) {
            return cut
                    ? answered.members.containsAll(members) && answered.problem.startsWith(problem)
                    : answered.members.equals(members) && answered.problem.equals(problem);
        }
    }

    static Answer of(List<String> lines) {
        var statuses = new ArrayList<String>();
        var documents = new ArrayList<Document>();
        for (String line : lines) {
            if (line.startsWith("{")) {
                documents.add(document(line));
            }
            STATUS.matcher(line).results().forEach(found -> statuses.add(found.group(1)));
        }
        return new Answer(statuses, documents);
    }

    boolean shows(Answer answered) {
        if (!statuses.equals(answered.statuses) || documents.size() != answered.documents.size()) {
            return false;
        }
        for (int i = 0; i < documents.size(); i++) {
            if (!documents.get(i).shows(answered.documents.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Document document(String line) {
        var members = new TreeSet<String>();
        var status = "";
        var code = "";
        boolean cut = false;
        try (JsonParser parser = JSON.createParser(line)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                members.add(name);
                parser.nextToken();
                status = name.equals("status") ? parser.getText() : status;
                code = name.equals("code") ? parser.getText() : code;
                parser.skipChildren();
            }
        } catch (IOException endsInTheMiddle) {
            cut = true;
        }
        boolean isProblem = members.containsAll(Set.of("type", "title", "status"));
        return new Document(members, isProblem ? (status + " " + code).strip() : "", cut);
    }
}
