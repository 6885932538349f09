package io.jianmi.core.problem.http;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.problem.ProblemType;
import java.util.List;

/** What Jackson refused, as a problem: with a pointer where it knows one, never with a value or its own message. */
final class JsonFailures {

    private JsonFailures() {}

    static ProblemException problem(JsonProcessingException failure) {
        ProblemType type = type(failure);
        String pointer = failure instanceof JsonMappingException mapping ? pointer(mapping) : "";
        if (pointer.isEmpty() || type != CommonProblem.MALFORMED_JSON) {
            return ProblemException.of(type);
        }
        String code = failure instanceof UnrecognizedPropertyException ? "request.unknown-key" : "request.wrong-type";
        return ProblemException.of(type, List.of(Finding.error(code, pointer)));
    }

    /** Jackson tells duplicates and bounds apart by its message only. */
    private static ProblemType type(JsonProcessingException failure) {
        String message = failure.getOriginalMessage() == null ? "" : failure.getOriginalMessage();
        if (failure instanceof StreamConstraintsException && message.contains("nesting depth")) {
            return CommonProblem.TOO_DEEP;
        }
        if (failure instanceof StreamConstraintsException && message.startsWith("String value length")) {
            return CommonProblem.TOO_LARGE;
        }
        boolean duplicate = (failure instanceof JsonParseException || failure instanceof MismatchedInputException)
                && message.startsWith("Duplicate");
        return duplicate ? CommonProblem.DUPLICATE_KEY : CommonProblem.MALFORMED_JSON;
    }

    private static String pointer(JsonMappingException failure) {
        String pointer = "";
        for (JsonMappingException.Reference step : failure.getPath()) {
            pointer = step.getFieldName() == null
                    ? Pointer.child(pointer, step.getIndex())
                    : Pointer.child(pointer, step.getFieldName());
        }
        return pointer;
    }
}
