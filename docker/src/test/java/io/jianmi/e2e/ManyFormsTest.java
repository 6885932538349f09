package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A tenant that has grown: hundreds of forms are listed and searched, also once all of them are known. */
@Tag("slow")
@ExtendWith(WithServer.class)
class ManyFormsTest {

    private static final int FORMS = 600;

    private static final String FORM = """
            {"kind": "form", "key": "KEY", "title": "联系人",
             "fields": [{"key": "name", "type": "text", "title": "称呼", "sensitivity": {"level": "internal"}}],
             "permissionGroups": [{"key": "all", "title": "全部", "members": {"roles": ["sales"]}, "actions": ["read"],
              "fields": {"*": "read"}}]}
            """;

    @Test
    void hundredsOfFormsAreListedAndSearched(RunningServer server) throws Exception {
        String number = Integer.toString(Installation.number(), 36);
        String key = "grown" + number;
        String mona = "mona" + number;
        String tenant = FreshTenant.of(server, key, Map.of(mona, List.of("designer")));
        Api api = new Api(Installation.site(server));
        api.post(mona, tenant + "/apps", Map.of("key", "grown", "title", "长大")).orFail("the app");
        published(api, key);

        // The first finds none of them compiled, the second all.
        for (int i = 0; i < 2; i++) {
            assertThat(api.get(mona, tenant + "/apps/grown/forms?limit=200")
                            .orFail("the forms")
                            .body()
                            .path("items"))
                    .hasSize(200);
            assertThat(api.post(mona, tenant + "/search", Map.of("text", "长大")).status())
                    .isEqualTo(200);
        }
    }

    /** As if each had been published, but without a table: through the designer's own commands it would take a minute. */
    private static void published(Api api, String tenant) {
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            sql.texts("select set_config('jianmi.tenant', ?, false)", tenant);
            sql.run(
                    "insert into platform.form_version (tenant, form, version, app, definition, published_at, published_by)"
                            + " select ?, 'form-' || i, 1, 'grown', replace(?, '\"KEY\"', '\"form-' || i || '\"'), now(), 'somebody'"
                            + " from generate_series(1, " + FORMS + ") i",
                    tenant,
                    FORM);
        }
    }
}
