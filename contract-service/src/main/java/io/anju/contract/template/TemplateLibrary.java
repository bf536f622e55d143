package io.anju.contract.template;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.contract.template.model.Clause;
import io.anju.contract.template.model.FieldType;
import io.anju.contract.template.model.Passage;
import io.anju.contract.template.model.Question;
import io.anju.contract.template.model.Template;
import io.anju.contract.template.model.Text;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** All templates and versions that were ever used, read once at start; the resources are the publication. */
@Singleton
@RegisterForReflection(
        targets = {
            Template.class,
            Template.Annex.class,
            Clause.class,
            Passage.class,
            Question.class,
            Question.Option.class,
            Text.class,
            FieldType.class
        })
public class TemplateLibrary {
    /** Newest version of each template; every version from 1 on is kept. */
    private static final Map<String, Integer> NEWEST = Map.ofEntries(
            Map.entry("home-loan", 3),
            Map.entry("settlement-certificate", 1),
            Map.entry("wallet-agreement", 1),
            Map.entry("plan-amendment", 1),
            Map.entry("rate-amendment", 1));

    private final Map<String, Template> byKey = new TreeMap<>();

    /** Reads and checks them all. */
    public TemplateLibrary() {
        ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        NEWEST.forEach((id, newest) -> {
            for (int version = 1; version <= newest; version++) {
                byKey.put(key(id, version), read(json, id, version));
            }
        });
    }

    /** The version that new documents are made from. */
    public Template newest(String id) {
        Integer version = NEWEST.get(id);
        if (version == null) {
            throw new IllegalArgumentException("no template " + id);
        }
        return get(id, version);
    }

    /** The version that a document was made from. */
    public Template get(String id, int version) {
        Template template = byKey.get(key(id, version));
        if (template == null) {
            throw new IllegalArgumentException("no template " + id + " version " + version);
        }
        return template;
    }

    private static String key(String id, int version) {
        return id + "/" + version;
    }

    private static Template read(ObjectMapper json, String id, int version) {
        String resource = "templates/" + key(id, version) + ".json";
        try (InputStream in = TemplateLibrary.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("template missing from the build: " + resource);
            }
            return json.readValue(in, Template.class);
        } catch (IOException e) {
            throw new UncheckedIOException("template unreadable: " + resource, e);
        }
    }
}
