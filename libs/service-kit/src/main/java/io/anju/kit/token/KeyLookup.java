package io.anju.kit.token;

import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemDocuments;
import io.anju.kit.problem.ProblemTexts;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;

/**
 * Before authentication: fetches the key that a token names when it is not here yet, without blocking, and says
 * {@code 503} with {@code Retry-After} while no key of identity's could ever be fetched.
 */
@ApplicationScoped
class KeyLookup {

    private final IdentityKeys keys;
    private final ProblemDocuments documents;

    private final ProblemTexts texts;

    KeyLookup(IdentityKeys keys, ProblemDocuments documents, ProblemTexts texts) {
        this.keys = keys;
        this.documents = documents;
        this.texts = texts;
    }

    void register(@Observes Filters filters) {
        filters.register(this::lookUp, 300);
    }

    private void lookUp(RoutingContext request) {
        var unused = keys.haveKeyFor(request.request().getHeader(HttpHeaders.AUTHORIZATION))
                .subscribe()
                .with(have -> goOn(request, have));
    }

    private void goOn(RoutingContext request, boolean have) {
        if (have) {
            request.next();
            return;
        }
        var problem = Problem.unavailable("identity-service");
        var accepted = request.acceptableLanguages().stream()
                .map(language -> Locale.forLanguageTag(language.tag()))
                .toList();
        problem.headers().forEach(request.response()::putHeader);
        var unused = request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocuments.MEDIA_TYPE)
                .putHeader(
                        HttpHeaders.CONTENT_LANGUAGE,
                        texts.languageFor(accepted).toLanguageTag())
                .end(documents.document(problem, accepted).toString());
    }
}
