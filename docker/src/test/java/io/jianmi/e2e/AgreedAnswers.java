package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.api.ApiFile;
import io.jianmi.core.json.Json;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Optional;

/** Fails a test when an answer is not what the OpenAPI file says of its operation and status. */
final class AgreedAnswers implements Filter {

    private static final ApiFile FILE = new ApiFile();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response answer = context.next(request, expected);
        String path = URI.create(request.getURI()).getPath();
        Optional<ApiFile.Operation> operation = FILE.find(request.getMethod(), path);
        if (operation.isPresent() && answer.contentType().contains("json")) {
            String mediaType = answer.contentType().split(";", 2)[0];
            assertThat(FILE.departures(operation.get(), answer.statusCode(), mediaType, Json.parse(answer.asString())))
                    .as("answer %s to %s", answer.statusCode(), operation.get())
                    .isEmpty();
        }
        return answer;
    }
}
