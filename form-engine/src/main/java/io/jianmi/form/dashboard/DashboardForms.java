package io.jianmi.form.dashboard;

import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The forms that dashboards of an app are about, as they are published now. */
@Singleton
final class DashboardForms {

    private final CompiledForms forms;

    DashboardForms(CompiledForms forms) {
        this.forms = forms;
    }

    /** By key; one that is not published in that app is missing. */
    Uni<Map<String, CompiledForm>> of(TenantKey tenant, String app, Collection<String> keys) {
        Map<String, CompiledForm> found = new LinkedHashMap<>();
        Uni<Void> loaded = Uni.createFrom().voidItem();
        for (String key : keys) {
            loaded = loaded.chain(() -> forms.inApp(tenant, app, key))
                    .invoke(form -> found.put(key, form))
                    .replaceWithVoid()
                    .onFailure(DashboardForms::missing)
                    .recoverWithNull();
        }
        return loaded.replaceWith(found);
    }

    private static boolean missing(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == CommonProblem.NOT_FOUND;
    }
}
