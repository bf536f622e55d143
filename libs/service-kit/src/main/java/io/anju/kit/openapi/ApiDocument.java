package io.anju.kit.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.kit.problem.ProblemTexts;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Fills the document that is generated from a service's code, while it is built: each endpoint with the headers it
 * takes and answers with and every problem, each shape in {@code examples.json} with its example,
 * each amount with its unit, each list with the way to its next page.
 */
@OpenApiFilter(RunStage.BUILD)
public final class ApiDocument implements OASFilter {

    private static final String EXAMPLES = "examples.json";

    /** How somebody without the right token or role is answered. */
    private static final List<String> ROLES = List.of("401", "403");

    private final Doors doors;
    private final Refusals refusals = read(Refusals.FILE)
            .map(ApiDocument::properties)
            .map(Refusals::parse)
            .orElse(new Refusals(List.of()));
    private final Map<String, Object> examples =
            read(EXAMPLES).map(ApiDocument::json).orElse(Map.of());

    public ApiDocument(IndexView index) {
        this.doors = Doors.read(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        refusals.endpoints().filter(endpoint -> doors.find(endpoint).isEmpty()).forEach(endpoint -> {
            throw new IllegalStateException(Refusals.FILE + " names " + endpoint + ", which is no endpoint");
        });
        var responses = new ProblemResponses(api.getComponents(), new ProblemTexts());
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .forEach((method, operation) -> complete(method + " " + path, operation, responses)));
        new AnswerHeaders(api.getPaths().getPathItems()).show(doors);
        examples.forEach((name, example) -> show(api, name, example));
        if (api.getComponents().getSchemas() != null) {
            api.getComponents().getSchemas().values().forEach(Units::show);
        }
    }

    private void complete(String endpoint, Operation operation, ProblemResponses problems) {
        var door = doors.find(endpoint);
        var responses = operation.getResponses();
        door.ifPresent(known -> KeyHeaders.show(operation, known));
        if (door.isPresent() && door.get().open()) {
            // The generator goes by the roles of the class alone.
            operation.setSecurity(null);
            ROLES.stream()
                    .filter(status -> !isDescribed(responses.getAPIResponse(status)))
                    .forEach(responses::removeAPIResponse);
        }
        Problems.of(endpoint, operation, door.orElse(null), refusals).forEach((status, codes) -> {
            // An endpoint that words its errors otherwise, such as OAuth's, has said so itself.
            if (!isDescribed(responses.getAPIResponse(String.valueOf(status)))) {
                responses.addAPIResponse(String.valueOf(status), problems.response(status, codes));
            }
        });
        responses.setDefaultValue(problems.anyOther());
        Paging.show(operation);
    }

    private static boolean isDescribed(@Nullable APIResponse response) {
        return response != null && response.getContent() != null;
    }

    private static void show(OpenAPI api, String name, Object example) {
        var schema = api.getComponents().getSchemas().get(name);
        if (schema == null) {
            throw new IllegalStateException(EXAMPLES + " has an example of " + name + ", which is not in the document");
        }
        schema.setExamples(List.of(example));
    }

    private static Optional<InputStream> read(String file) {
        return Optional.ofNullable(
                Thread.currentThread().getContextClassLoader().getResourceAsStream("openapi/" + file));
    }

    private static Properties properties(InputStream file) {
        var properties = new Properties();
        try (file) {
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static Map<String, Object> json(InputStream file) {
        try (file) {
            return new ObjectMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
