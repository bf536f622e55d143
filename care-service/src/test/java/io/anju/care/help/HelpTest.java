package io.anju.care.help;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.anju.care.CareTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The help centre: open to anyone, quotes its articles, offers a human when it does not know. */
@QuarkusTest
class HelpTest extends CareTestBase {

    @BeforeEach
    void articlesAreHere() {
        Awaitility.await()
                .until(() ->
                        sql("select 1 from help_passage where language = 'EN'").size() > 0);
    }

    @Test
    void quotesTheArticleThatAnswers() {
        ask("zh-CN", "提前还款要付违约金吗")
                .body("answer.article", equalTo("prepayment"))
                .body("answer.version", equalTo(1))
                .body("answer.text", equalTo("看合同约定和已还期数,报价里会列出全部费用,没有列出的不收。"))
                .body("related.id", hasItem("prepayment"));
    }

    @Test
    void answersInTheReadersLanguage() {
        ask("en", "how do I book a branch visit").body("answer.title", equalTo("Visiting a branch"));
    }

    @Test
    void offersAHumanWhenItDoesNotKnow() {
        ask("zh-CN", "今天天气怎么样").body("answer", nullValue()).body("human.appointments", equalTo("/api/v1/appointments"));
    }

    @Test
    void listsAndShowsArticles() {
        RestAssured.given()
                .header("Accept-Language", "en")
                .get("/api/v1/help/articles")
                .then()
                .statusCode(200)
                .body("items", hasSize(10));
        RestAssured.given()
                .header("Accept-Language", "zh")
                .get("/api/v1/help/articles/rate-reset")
                .then()
                .statusCode(200)
                .body("sections[0].heading", equalTo("利率什么时候调整"))
                .body("sections", notNullValue());
        RestAssured.get("/api/v1/help/articles/nothing").then().statusCode(404);
    }

    @Test
    void asksForAQuestion() {
        RestAssured.get("/api/v1/help/answers").then().statusCode(400);
    }

    private static ValidatableResponse ask(String language, String question) {
        return RestAssured.given()
                .header("Accept-Language", language)
                .queryParam("q", question)
                .get("/api/v1/help/answers")
                .then()
                .statusCode(200);
    }
}
