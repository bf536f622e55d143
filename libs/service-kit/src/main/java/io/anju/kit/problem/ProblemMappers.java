package io.anju.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.anju.kit.token.Challenges;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every exception that reaches the edge becomes a problem document here; no stack trace, SQL or class name leaves. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ProblemDocuments documents;

    ProblemMappers(ProblemDocuments documents) {
        this.documents = documents;
    }

    @ServerExceptionMapper
    Response problem(ProblemException e, HttpHeaders headers) {
        return answer(e.problem(), headers);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e, HttpHeaders headers) {
        var fields = e.getConstraintViolations().stream()
                .map(ProblemMappers::fieldError)
                .sorted(java.util.Comparator.comparing(FieldError::field).thenComparing(FieldError::code))
                .toList();
        return answer(Problem.invalid(fields), headers);
    }

    @ServerExceptionMapper
    Response malformed(JsonProcessingException e, HttpHeaders headers) {
        return answer(malformedJson(e), headers);
    }

    // Quarkus has a mapper of its own for this one; ours must name the same class to come first.
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException e, HttpHeaders headers) {
        return answer(malformedJson(e), headers);
    }

    @ServerExceptionMapper
    Response refusedByFramework(WebApplicationException e, HttpHeaders headers) {
        if (e.getCause() instanceof JsonProcessingException cause) {
            return answer(malformedJson(cause), headers);
        }
        int status = e.getResponse().getStatus();
        return switch (status) {
            case 400 -> answer(Problem.of(400, "MALFORMED_REQUEST"), headers);
            case 404 -> answer(Problem.notFound(), headers);
            case 405 -> answer(Problem.of(405, "METHOD_NOT_ALLOWED"), headers);
            case 406 -> answer(Problem.of(406, "NOT_ACCEPTABLE"), headers);
            case 413 -> answer(Problem.of(413, "BODY_TOO_LARGE"), headers);
            case 415 -> answer(Problem.of(415, "UNSUPPORTED_MEDIA_TYPE"), headers);
            default -> other(e, status, headers);
        };
    }

    private Response other(WebApplicationException e, int status, HttpHeaders headers) {
        if (status >= 500) {
            return unexpected(e, headers);
        }
        return status >= 400 ? answer(Problem.of(status, "REQUEST_REFUSED"), headers) : e.getResponse();
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException e, HttpHeaders headers) {
        return answer(
                Problem.of(401, "TOKEN_MISSING").withHeader(HttpHeaders.WWW_AUTHENTICATE, Challenges.NO_TOKEN),
                headers);
    }

    // RFC 6750 §3.1: "invalid_token: The access token provided is expired, revoked, malformed, or invalid".
    @ServerExceptionMapper
    Response badToken(AuthenticationFailedException e, HttpHeaders headers) {
        var problem = Problem.of(401, "TOKEN_INVALID").withHeader(HttpHeaders.WWW_AUTHENTICATE, Challenges.BAD_BEARER);
        return answer(problem, headers);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, HttpHeaders headers) {
        return answer(Problem.of(403, "ROLE_MISSING"), headers);
    }

    @ServerExceptionMapper
    Response late(TimeoutException e, HttpHeaders headers) {
        return answer(Problem.unavailable("database"), headers);
    }

    @ServerExceptionMapper
    Response dependencyAway(FaultToleranceException e, HttpHeaders headers) {
        return answer(Problem.unavailable("dependency"), headers);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e, HttpHeaders headers) {
        if (DatabaseAway.isBehind(e)) {
            LOG.warnf("the database is away or overrun: %s", e);
            return answer(Problem.unavailable("database"), headers);
        }
        if (TextNotKept.isBehind(e)) {
            return answer(Problem.of(400, "MALFORMED_REQUEST"), headers);
        }
        LOG.error("request failed", e);
        return answer(Problem.of(500, "INTERNAL"), headers);
    }

    private Response answer(Problem problem, HttpHeaders headers) {
        return documents.response(problem, languages(headers));
    }

    private static List<Locale> languages(HttpHeaders headers) {
        return headers.getAcceptableLanguages();
    }

    private static Problem malformedJson(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return Problem.of(400, "MALFORMED_JSON");
        }
        var field = mapping.getPath().stream()
                .map(step -> step.getFieldName() != null ? step.getFieldName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining("."))
                .replace(".[", "[");
        return Problem.invalid(FieldError.of(field, "UNREADABLE"));
    }

    private static FieldError fieldError(ConstraintViolation<?> violation) {
        var constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        var code = constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        return new FieldError(fieldPath(violation.getPropertyPath()), code, violation.getMessage());
    }

    /** Drops the method and parameter that precede the field in a violation's path. */
    private static String fieldPath(Path path) {
        var nodes = StreamSupport.stream(path.spliterator(), false).toList();
        var inBody = nodes.stream()
                .filter(node -> node.getKind() == jakarta.validation.ElementKind.PROPERTY
                        || node.getKind() == jakarta.validation.ElementKind.CONTAINER_ELEMENT)
                .map(Path.Node::toString)
                .collect(Collectors.joining("."));
        return inBody.isEmpty() ? nodes.getLast().getName() : inBody;
    }
}
