package io.anju.care.help.http;

import io.anju.care.help.Articles.Found;
import io.anju.care.help.Articles.Title;
import io.anju.care.help.HelpAnswer;
import io.anju.care.help.HelpCentre;
import io.anju.care.help.model.Article;
import io.anju.care.help.model.Passage;
import io.anju.care.help.model.Ranking.Scored;
import io.anju.care.language.model.Language;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The help centre; open to anyone, in the language of Accept-Language (zh-CN, en). */
@Path("/api/v1/help")
@PermitAll
public class HelpResource {

    private final HelpCentre help;
    private final Transactions transactions;

    HelpResource(HelpCentre help, Transactions transactions) {
        this.help = help;
        this.transactions = transactions;
    }

    @RegisterForReflection
    record TitleView(String id, int version, String title) {

        static TitleView of(Title title) {
            return new TitleView(title.id(), title.version(), title.title());
        }
    }

    @RegisterForReflection
    record SectionView(String heading, String text) {

        static SectionView of(Passage passage) {
            return new SectionView(passage.heading(), passage.body());
        }
    }

    @RegisterForReflection
    record ArticleView(String id, int version, String title, List<SectionView> sections) {

        static ArticleView of(Article article) {
            return new ArticleView(
                    article.id(),
                    article.version(),
                    article.title(),
                    article.passages().stream().map(SectionView::of).toList());
        }
    }

    /**
     * An answer, word for word from an article.
     *
     * @param score how much of the question it covers, 0 to 1
     */
    @RegisterForReflection
    record QuoteView(String article, int version, String title, String heading, String text, BigDecimal score) {

        static QuoteView of(Scored<Found> best) {
            var article = best.passage().article();
            var passage = best.passage().passage();
            return new QuoteView(
                    article.id(),
                    article.version(),
                    article.title(),
                    passage.heading(),
                    passage.body(),
                    BigDecimal.valueOf(best.score()).setScale(2, RoundingMode.HALF_UP));
        }
    }

    /** Where a human is found: at a branch, or by a written question that must be answered. */
    @RegisterForReflection
    record HumanView(String branches, String appointments, String complaints) {}

    /**
     * @param answer absent when no article answers the question well enough
     * @param related articles worth a look
     * @param human always offered
     */
    @RegisterForReflection
    record AnswerView(@Nullable QuoteView answer, List<TitleView> related, HumanView human) {

        static AnswerView of(HelpAnswer answer) {
            return new AnswerView(
                    answer.best().map(QuoteView::of).orElse(null),
                    answer.related().stream().map(TitleView::of).toList(),
                    new HumanView("/api/v1/branches", "/api/v1/appointments", "/api/v1/complaints"));
        }
    }

    @GET
    @Path("/articles")
    @Operation(summary = "All help articles")
    public Uni<RestResponse<Page<TitleView>>> list(
            @BeanParam @Valid PageQuery query, @Context UriInfo uri, @Context HttpHeaders headers) {
        var language = Language.of(headers.getAcceptableLanguages());
        return transactions
                .run(tx -> help.list(tx, language))
                .map(titles ->
                        Page.from(titles, query, Title::id).map(TitleView::of).response(uri));
    }

    @GET
    @Path("/articles/{id}")
    @Operation(summary = "One help article")
    public Uni<ArticleView> get(@PathParam("id") String id, @Context HttpHeaders headers) {
        var language = Language.of(headers.getAcceptableLanguages());
        return transactions
                .run(tx -> help.find(tx, language, id))
                .map(found -> found.map(ArticleView::of).orElseThrow(() -> new ProblemException(Problem.notFound())));
    }

    @GET
    @Path("/answers")
    @Operation(
            summary = "An answer from the articles",
            description = "Quoted word for word with its article and version. Unsure, it says so: no answer, related"
                    + " articles, and where a human is found.")
    public Uni<AnswerView> answer(
            @QueryParam("q") @NotBlank @Size(max = 200) String question, @Context HttpHeaders headers) {
        var language = Language.of(headers.getAcceptableLanguages());
        return transactions.run(tx -> help.answer(tx, language, question)).map(AnswerView::of);
    }
}
