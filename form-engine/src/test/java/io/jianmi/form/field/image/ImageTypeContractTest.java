package io.jianmi.form.field.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.problem.Finding;
import io.jianmi.form.field.Report;
import io.jianmi.form.testing.FieldTypeContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageTypeContractTest extends FieldTypeContract {

    private static final String ONE = "018f0000-0000-7000-8000-00000000000a";

    ImageTypeContractTest() {
        super("image", "");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(new Accepted("[]", "null"), new Accepted("[\"" + ONE + "\"]", "[\"" + ONE + "\"]"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(new Refused("true", "field.type"), new Refused("[\"x\"]", "file.unknown"));
    }

    @Override
    protected String hiddenPart() {
        return ONE;
    }

    @Test
    void onlyPicturesAreTakenUnlessTheDefinitionNamesKinds() {
        List<Finding> findings = new ArrayList<>();
        var options = field("internal").type().attachments().orElseThrow();
        options.judge("a.png", "image/png", 1, new Report("", findings));
        assertThat(findings).isEmpty();

        options.judge("a.png", "application/pdf", 1, new Report("", findings));
        assertThat(findings).extracting(Finding::code).containsExactly("file.type-not-accepted");
    }
}
