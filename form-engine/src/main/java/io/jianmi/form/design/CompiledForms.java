package io.jianmi.form.design;

import io.jianmi.core.cluster.NoticeListener;
import io.jianmi.core.command.PlatformPipeline;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.Compilation;
import io.jianmi.form.compile.CompileContext;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.FormCompiler;
import io.jianmi.form.definition.FormDefinition;
import io.jianmi.form.parse.FormParser;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The published forms of all tenants, compiled once and kept; forgotten when a version is published, here or on another
 * node.
 */
@Singleton
public final class CompiledForms implements NoticeListener {

    /** A version of the form with this key was published. */
    static final String TOPIC = "form";

    private static final int CACHED = 5_000;

    private final PlatformPipeline platform;
    private final FormParser parser;
    private final FormCompiler compiler;
    private final Map<Form, Published> newest = new ConcurrentHashMap<>();
    private final Map<Version, Published> versions = new ConcurrentHashMap<>();

    /** Counts what was forgotten: what was read before must not be kept as the newest after. */
    private final AtomicLong forgotten = new AtomicLong();

    CompiledForms(PlatformPipeline platform, FormParser parser, FormCompiler compiler) {
        this.platform = platform;
        this.parser = parser;
        this.compiler = compiler;
    }

    /** A compiled form and the app it belongs to. */
    public record Published(String app, CompiledForm form) {}

    private record Form(TenantKey tenant, String key) {}

    private record Version(TenantKey tenant, String key, int version) {}

    /** The newest version; an unpublished or unknown form fails with {@code request.not-found}. */
    public Uni<CompiledForm> current(TenantKey tenant, String form) {
        return published(tenant, form).map(Published::form);
    }

    /** The newest version of a form in that app; a form of another app is as unknown as any. */
    public Uni<CompiledForm> inApp(TenantKey tenant, String app, String form) {
        return published(tenant, form).map(published -> {
            if (!published.app().equals(app)) {
                throw ProblemException.of(CommonProblem.NOT_FOUND);
            }
            return published.form();
        });
    }

    /** The newest version with its app. */
    public Uni<Published> published(TenantKey tenant, String form) {
        Published known = newest.get(new Form(tenant, form));
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        long before = forgotten.get();
        return platform.inTenant(tenant, session -> Definitions.newest(session, tenant.value(), form))
                .map(row -> keep(tenant, compile(row), forgotten.get() == before));
    }

    /** One version, whichever is the newest. */
    public Uni<Published> version(TenantKey tenant, String form, int version) {
        Published known = versions.get(new Version(tenant, form, version));
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        return platform.inTenant(tenant, session -> Definitions.version(session, tenant.value(), form, version))
                .map(row -> {
                    Published published = compile(row);
                    bounded(versions).put(new Version(tenant, form, version), published);
                    return published;
                });
    }

    /** The newest version of every form of the tenant. */
    public Uni<List<Published>> all(TenantKey tenant) {
        return platform.inTenant(tenant, session -> Definitions.published(session, tenant.value()))
                .chain(keys -> keys.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : Uni.join()
                                .all(keys.stream()
                                        .map(key -> published(tenant, key))
                                        .toList())
                                .usingConcurrencyOf(1)
                                .andFailFast());
    }

    /** The next question for this form reads the database again. */
    void forget(TenantKey tenant, String form) {
        forgotten.incrementAndGet();
        newest.remove(new Form(tenant, form));
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void changed(TenantKey tenant, String key) {
        forget(tenant, key);
    }

    @Override
    public void missed() {
        forgotten.incrementAndGet();
        newest.clear();
    }

    private Published keep(TenantKey tenant, Published published, boolean newestStill) {
        if (newestStill) {
            bounded(newest).put(new Form(tenant, published.form().key()), published);
        }
        bounded(versions)
                .put(
                        new Version(
                                tenant, published.form().key(), published.form().version()),
                        published);
        return published;
    }

    private static <K, V> Map<K, V> bounded(Map<K, V> cache) {
        if (cache.size() > CACHED) {
            cache.clear();
        }
        return cache;
    }

    /** What was published once compiles for ever; a row that does not is tampering or a bug. */
    private Published compile(Optional<VersionRow> found) {
        VersionRow row = found.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
        FormDefinition definition = parser.parse(Json.parse(row.definition))
                .form()
                .orElseThrow(() -> new IllegalStateException("published form is no object"));
        Compilation compilation = compiler.compile(definition, CompileContext.stored(row.key.version()));
        return new Published(
                row.app,
                compilation
                        .form()
                        .orElseThrow(() -> new IllegalStateException(
                                "published form does not compile: " + row.key + " " + compilation.findings())));
    }
}
