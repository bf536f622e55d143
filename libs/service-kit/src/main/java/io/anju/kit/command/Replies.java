package io.anju.kit.command;

import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Turns a {@link Reply} into the response that goes over the wire. */
@ApplicationScoped
class Replies {

    private final ProblemDocuments documents;
    private final HttpHeaders request;

    Replies(ProblemDocuments documents, HttpHeaders request) {
        this.documents = documents;
        this.request = request;
    }

    Response response(Reply reply) {
        if (reply.body() instanceof Problem problem) {
            return documents.response(problem, request.getAcceptableLanguages());
        }
        var answer = Response.status(reply.status());
        reply.headers().forEach(answer::header);
        if (reply.body() != null) {
            answer.entity(reply.body()).type(MediaType.APPLICATION_JSON_TYPE);
        }
        return answer.build();
    }
}
