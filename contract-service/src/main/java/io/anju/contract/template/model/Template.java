package io.anju.contract.template.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a kind of document, one version. A version once used is never changed: contracts keep the number of theirs, and a change of text is a new version beside it.
 *
 * @param id such as {@code home-loan}
 * @param version from 1
 * @param fields what must be given, by name
 * @param preamble before the first clause
 * @param annex after the last
 */
public record Template(
        String id,
        int version,
        Text title,
        Map<String, FieldType> fields,
        List<Passage> preamble,
        List<Clause> clauses,
        @Nullable Annex annex) {
    static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    /** What follows the clauses, on a page of its own. */
    public record Annex(Text heading, List<Passage> body) {
        /** Keeps its own list. */
        public Annex {
            body = List.copyOf(body);
        }
    }

    /** Fields that are printed must be declared and the other way round, so that a slip of the pen is found at start. */
    public Template {
        fields = Map.copyOf(fields);
        preamble = List.copyOf(preamble);
        clauses = List.copyOf(clauses);
        Set<String> used = used(preamble, clauses, annex);
        if (!used.equals(new TreeSet<>(fields.keySet()))) {
            throw new IllegalArgumentException("template " + id + " " + version + " prints " + used + " and declares "
                    + new TreeSet<>(fields.keySet()));
        }
    }

    /** The clause with this id. */
    public Optional<Clause> findClause(String clauseId) {
        return clauses.stream().filter(clause -> clause.id().equals(clauseId)).findFirst();
    }

    /** The clauses a signer must have confirmed. */
    public List<Clause> importantClauses() {
        return clauses.stream().filter(Clause::important).toList();
    }

    private static Set<String> used(List<Passage> preamble, List<Clause> clauses, @Nullable Annex annex) {
        List<Passage> passages = new ArrayList<>(preamble);
        clauses.forEach(clause -> passages.addAll(clause.body()));
        if (annex != null) {
            passages.addAll(annex.body());
        }
        Set<String> used = new TreeSet<>();
        for (Passage passage : passages) {
            if (passage.table() != null) {
                used.add(passage.table());
            }
            if (passage.text() != null) {
                Matcher match = PLACEHOLDER.matcher(passage.text());
                while (match.find()) {
                    used.add(match.group(1));
                }
            }
        }
        return used;
    }
}
