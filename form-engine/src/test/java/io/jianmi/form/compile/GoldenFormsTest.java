package io.jianmi.form.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.testing.TestForms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Plans and published documents that stand in files, so that a change of them is seen in review. */
class GoldenFormsTest {

    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void tablesOfTheCustomerForm() throws IOException {
        StringBuilder sql = new StringBuilder();
        TablePlan plan = TestForms.customer().table();
        append(plan, sql);
        plan.children().forEach(child -> append(child, sql));
        golden("customer/tables.sql", sql.toString());
    }

    @Test
    void tablesOfTheBenchmarkForm() throws IOException {
        StringBuilder sql = new StringBuilder();
        append(TestForms.bench().table(), sql);
        golden("bench-customer/tables.sql", sql.toString());
    }

    @Test
    void theCustomerFormAsItsDesignerSeesIt() throws IOException {
        golden("customer/published.json", pretty(PublishedForm.whole(TestForms.customer())));
    }

    @Test
    void theCustomerFormAsSalesSeesIt() throws IOException {
        CompiledForm form = TestForms.customer();
        Actor sales = new Actor(
                new TenantKey("demo"),
                new MemberId("sam"),
                "sam",
                Set.of("sales"),
                List.of(),
                Set.of(),
                false,
                null,
                null);
        golden("customer/published-sales.json", pretty(PublishedForm.visibleTo(form, sales)));
    }

    @Test
    void aFieldThatNoGroupEverShowsDoesNotExistInTheFormOrInWhatNamesIt() {
        ObjectNode definition = TestForms.definition("customer");
        ((ObjectNode) definition.at("/permissionGroups/0/fields")).put("creditLimit", "hidden");
        CompiledForm form = TestForms.compiled(definition);
        Actor sales = new Actor(
                new TenantKey("demo"),
                new MemberId("sam"),
                "sam",
                Set.of("sales"),
                List.of(),
                Set.of(),
                false,
                null,
                null);

        String seen = PublishedForm.visibleTo(form, sales).toString();

        assertThat(seen).doesNotContain("creditLimit");
    }

    private static void append(TablePlan plan, StringBuilder sql) {
        TableMigration.diff("t_demo", TableShape.ABSENT, plan)
                .steps()
                .forEach(step -> sql.append(step.sql()).append(";\n"));
    }

    private static String pretty(ObjectNode node) throws IOException {
        return PRETTY.writeValueAsString(node) + "\n";
    }

    /** Rewritten only on purpose: with {@code -Dgolden.update=true}, from the module's folder. */
    private static void golden(String name, String actual) throws IOException {
        Path file = Path.of("src/test/resources/golden/form", name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, actual);
        }
        if (name.endsWith(".json")) {
            assertThat(Json.parse(actual)).isEqualTo(Json.parse(Files.readString(file)));
        } else {
            assertThat(actual).isEqualTo(Files.readString(file));
        }
    }
}
