package io.jianmi.bench.crash;

import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Site;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The form and workflow that the crash test works on: a unique field, a branch, a countersign, a record that it makes, a copy, a set at the end; and one that programs and visitors fill in. */
final class CrashForm {

    static final String APP = "crash";
    static final String FORM = "crash-customer";
    static final String RECEIPT = "crash-receipt";
    static final String VISIT = "crash-visit";
    private static final String WORKFLOW = "crash-approval";

    private CrashForm() {}

    static String records(Site site) {
        return site.formPath(APP, FORM) + "/records";
    }

    /** Publishes them where they are not yet there. */
    static void prepare(Api api) {
        Site site = api.site();
        String apps = site.tenantPath() + "/apps";
        if (api.get("designer", apps + "/" + APP).status() == 404) {
            api.post("designer", apps, Map.of("key", APP, "title", "故障演练")).orFail("making app " + APP);
        }
        if (api.get("admin", site.formPath(APP, RECEIPT)).status() == 404) {
            publish(api, site.formPath(APP, FORM), "crash-customer.form.json");
            publish(api, site.formPath(APP, RECEIPT), "crash-receipt.form.json");
            publish(api, apps + "/" + APP + "/workflows/" + WORKFLOW, "crash-approval.workflow.json");
        }
        if (api.get("designer", site.formPath(APP, VISIT)).status() == 404) {
            publish(api, site.formPath(APP, VISIT), "crash-visit.form.json");
        }
    }

    private static void publish(Api api, String definition, String resource) {
        try (InputStream in = Objects.requireNonNull(CrashForm.class.getResourceAsStream("/bench/" + resource))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            api.put("designer", definition + "/draft", text).orFail("draft of " + definition);
            api.post("designer", definition + "/publish", "{}").orFail("publishing " + definition);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
