package io.jianmi.form.field;

import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import java.util.List;
import java.util.Map;

/**
 * Where findings about one place of a document go. Values never do: params hold limits, keys and reasons.
 *
 * @param pointer the place
 * @param findings shared by all places of the document
 */
public record Report(String pointer, List<Finding> findings) {

    public void error(String code) {
        findings.add(Finding.error(code, pointer));
    }

    public void error(String code, Map<String, Object> params) {
        findings.add(Finding.error(code, pointer, params));
    }

    public void warning(String code, Map<String, Object> params) {
        findings.add(Finding.warning(code, pointer, params));
    }

    public Report child(String name) {
        return new Report(Pointer.child(pointer, name), findings);
    }

    public Report child(int index) {
        return new Report(Pointer.child(pointer, index), findings);
    }
}
