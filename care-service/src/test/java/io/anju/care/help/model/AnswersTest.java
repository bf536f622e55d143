package io.anju.care.help.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.care.help.ArticleTexts;
import io.anju.care.help.model.Ranking.Candidate;
import io.anju.care.help.model.Ranking.Scored;
import io.anju.care.language.model.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ranking over the articles as they are: questions people ask, and the article that must answer them. */
class AnswersTest {

    @ParameterizedTest
    @CsvSource({
        "提前还款怎么操作, prepayment",
        "提前还款要违约金吗, prepayment",
        "利率什么时候调整, rate-reset",
        "我不想再接到营销电话, contact-and-consent",
        "谁联系过我, contact-and-consent",
        "申请房贷要准备什么材料, first-application",
        "逾期了会怎样, late-payment",
        "收到验证码怎么办, safety",
        "怎么投诉, complaints",
        "怎么预约网点, branch-visit",
        "可以用信用卡还房贷吗, repaying",
        "怎么换银行卡, repaying",
    })
    void answersInChinese(String question, String article) {
        assertAnswered(Language.ZH, question, article);
    }

    @ParameterizedTest
    @CsvSource({
        "how do I prepay, prepayment",
        "is there a fee for prepaying, prepayment",
        "when does my rate change, rate-reset",
        "I lost my phone, safety",
        "which papers do I need to prepare, first-application",
        "can I pay with a credit card, repaying",
        "how to book a branch visit, branch-visit",
        "how do I complain, complaints",
        "stop marketing calls, contact-and-consent",
    })
    void answersInEnglish(String question, String article) {
        assertAnswered(Language.EN, question, article);
    }

    @ParameterizedTest
    @ValueSource(strings = {"今天天气怎么样", "帮我写一首诗", "黄金价格", "ASDF"})
    void saysThatItDoesNotKnow(String question) {
        assertTrue(rank(Language.ZH, question).stream().noneMatch(Scored::sure), question);
    }

    @ParameterizedTest
    @ValueSource(strings = {"what is the weather tomorrow", "write a poem about gold", "best pizza recipe"})
    void saysThatItDoesNotKnowInEnglish(String question) {
        assertTrue(rank(Language.EN, question).stream().noneMatch(Scored::sure), question);
    }

    @Test
    void speaksOfTheSameThingsInBothLanguages() {
        var chinese = ArticleTexts.load(Language.ZH);
        var english = ArticleTexts.load(Language.EN);

        assertEquals(
                chinese.stream().map(a -> a.id() + a.passages().size()).toList(),
                english.stream().map(a -> a.id() + a.passages().size()).toList());
    }

    private static void assertAnswered(Language language, String question, String article) {
        var best = rank(language, question).getFirst();

        assertEquals(article, best.passage(), question);
        assertTrue(best.sure(), question + ": " + best.score());
    }

    private static List<Scored<String>> rank(Language language, String question) {
        var candidates = ArticleTexts.load(language).stream()
                .flatMap(article -> article.passages().stream().map(passage -> candidate(article, passage)))
                .toList();
        var grams = Grams.of(question);
        return new Ranking(candidates.size(), holders(grams, candidates)).rank(grams, candidates);
    }

    private static Candidate<String> candidate(Article article, Passage passage) {
        var headings = article.title() + "\n" + passage.heading();
        return new Candidate<>(article.id(), Grams.of(headings + "\n" + passage.body()), Grams.of(headings));
    }

    private static Map<String, Integer> holders(Set<String> grams, List<Candidate<String>> candidates) {
        return grams.stream()
                .collect(Collectors.toMap(
                        gram -> gram,
                        gram -> Math.toIntExact(candidates.stream()
                                .filter(candidate -> candidate.grams().contains(gram))
                                .count()),
                        (a, b) -> a,
                        HashMap::new));
    }
}
