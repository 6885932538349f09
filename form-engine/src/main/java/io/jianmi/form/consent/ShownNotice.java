package io.jianmi.form.consent;

import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.field.consent.ConsentOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * A text by which a published form asks for consent now.
 *
 * @param form key of the form
 * @param field key of its consent field
 * @param options the notice's version, and the purposes that it asks for
 */
record ShownNotice(String form, String field, ConsentOptions options) {

    static List<ShownNotice> of(List<CompiledForms.Published> forms) {
        List<ShownNotice> shown = new ArrayList<>();
        for (CompiledForms.Published published : forms) {
            CompiledForm form = published.form();
            form.fields().forEach(field -> {
                if (field.type().options() instanceof ConsentOptions options) {
                    shown.add(new ShownNotice(form.key(), field.key(), options));
                }
            });
        }
        return List.copyOf(shown);
    }
}
