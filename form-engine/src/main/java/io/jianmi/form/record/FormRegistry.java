package io.jianmi.form.record;

import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Uni;

/** The published forms of all tenants, compiled. */
public interface FormRegistry {

    /** The newest version of a form in its app; unknown forms and apps fail with {@code request.not-found}. */
    Uni<CompiledForm> inApp(TenantKey tenant, String app, String form);

    /** The newest version of a form, whose key is unique in its tenant. */
    Uni<CompiledForm> current(TenantKey tenant, String form);
}
