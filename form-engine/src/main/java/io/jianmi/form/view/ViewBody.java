package io.jianmi.form.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.record.RequestBody;
import java.util.ArrayList;
import java.util.List;

/** Reads what is sent about a view; nothing is taken that is not known. */
final class ViewBody {

    static final String SHARED = "shared";

    private ViewBody() {}

    static boolean shared(ObjectNode body, boolean otherwise, List<Finding> findings) {
        return RequestBody.flag(body, SHARED, otherwise, findings);
    }

    /** All but {@code shared}. */
    static ObjectNode content(ObjectNode body, List<Finding> findings) {
        List<String> known = new ArrayList<>(ViewContent.KEYS);
        known.add(SHARED);
        RequestBody.only(body, findings, known.toArray(String[]::new));
        return body.deepCopy().without(SHARED);
    }

    /** @throws ProblemException {@link ViewProblem#INVALID} with all findings when one of them blocks */
    static void refuse(List<Finding> findings) {
        if (Finding.anyBlocks(findings)) {
            throw ProblemException.of(ViewProblem.INVALID, findings);
        }
    }
}
