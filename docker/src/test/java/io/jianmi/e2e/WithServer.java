package io.jianmi.e2e;

import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Tokens;
import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one running server of this test run ({@code @ExtendWith(WithServer.class)}; parameter of type {@link
 * RunningServer}) and points RestAssured at it.
 */
public final class WithServer implements BeforeAllCallback, ParameterResolver {

    private static final class Holder {
        static final RunningServer SERVER = RunningServer.start();
        static final Tokens TOKENS = new Api(Installation.site(SERVER)).tokens();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        RestAssured.baseURI = Holder.SERVER.baseUrl();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Holder.SERVER;
    }

    /** An access token of a demo member. */
    public static String token(String username) {
        return Holder.TOKENS.of(username);
    }

    /** Requests in the name of a demo member. */
    public static RequestSpecification as(String username) {
        return RestAssured.given()
                .spec(new RequestSpecBuilder()
                        .setBaseUri(Holder.SERVER.baseUrl())
                        .addHeader("Authorization", "Bearer " + token(username))
                        .setContentType("application/json")
                        .addFilter(new AgreedAnswers())
                        .build());
    }
}
