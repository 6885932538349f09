package io.jianmi.e2e;

import static io.jianmi.e2e.WithServer.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("slow")
@ExtendWith(WithServer.class)
class ExpressionsTest {

    @Test
    void aDesignerTriesAnExpressionOnAContext() {
        tryIt("designer", "{\"expression\": \"1 + 1\"}")
                .statusCode(200)
                .body("type", equalTo("number"))
                .body("value", equalTo("2"));
        tryIt(
                        "designer",
                        "{\"expression\": \"sum(deals.sum) > 10\", \"context\": {\"deals\": [{\"sum\": 4.5}, {\"sum\": 6}]}}")
                .statusCode(200)
                .body("type", equalTo("boolean"))
                .body("value", equalTo("true"));
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        tryIt("designer", "{\"expression\": \"1 +\"}")
                .statusCode(422)
                .body("code", equalTo("expression.invalid"))
                .body("errors[0].code", equalTo("expression.syntax"))
                .body("errors[0].pointer", startsWith("/expression"));
        tryIt("designer", "{}").statusCode(422).body("errors[0].pointer", equalTo("/expression"));
        tryIt("designer", "{\"expression\": \"1\", \"context\": []}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/context"));
        tryIt("designer", "[]").statusCode(400);
    }

    @Test
    void onlyDesignersTry() {
        tryIt("sam", "{\"expression\": \"1\"}").statusCode(403).body("code", equalTo("identity.forbidden"));
    }

    private static ValidatableResponse tryIt(String who, String body) {
        return as(who).body(body)
                .post("/api/v1/tenants/demo/expressions/evaluate")
                .then();
    }
}
