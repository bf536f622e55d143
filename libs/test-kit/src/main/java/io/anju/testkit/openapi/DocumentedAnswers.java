package io.anju.testkit.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds every answer that a test gets from the service under test against the OpenAPI document that it serves: a status,
 * a problem code, a field, an {@code ETag} or a {@code Location} that the document does not mention fails the test, and so does a
 * header that it promises and the answer lacks, or a {@code Location} at which
 * nothing can be read.
 */
public final class DocumentedAnswers implements Filter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static @Nullable DocumentedAnswers installed;

    private @Nullable ApiDescription api;

    private DocumentedAnswers() {}

    /** For every request by REST Assured from now on. */
    public static synchronized void install() {
        if (installed == null) {
            installed = new DocumentedAnswers();
            RestAssured.filters(installed);
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext next) {
        var answer = next.next(request, response);
        var uri = URI.create(request.getURI());
        if (uri.getPort() == RestAssured.port && !uri.getPath().startsWith("/q/")) {
            var breaches = breaches(request.getMethod(), uri.getPath(), answer);
            if (!breaches.isEmpty()) {
                throw new AssertionError("not as the OpenAPI document says (see refusals.properties): " + breaches);
            }
        }
        return answer;
    }

    private List<String> breaches(String method, String path, Response answer) {
        try {
            var json = answer.contentType().contains("json") ? JSON.readTree(answer.asByteArray()) : JSON.missingNode();
            var breaches = new ArrayList<>(api().breaches(method, path, answer.statusCode(), json));
            if (answer.statusCode() / 100 == 2) {
                breaches.addAll(api().headerBreaches(method, path, answer.statusCode(), answer::header));
            }
            var location = answer.header("Location");
            if (location != null && answer.statusCode() / 100 == 2 && !api().canBeRead(location)) {
                breaches.add(method + " " + path + ": its Location leads nowhere: " + location);
            }
            return breaches;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized ApiDescription api() throws JsonProcessingException {
        if (api == null) {
            api = new ApiDescription(JSON.readTree(OpenApiDocument.served("json")));
        }
        return api;
    }
}
