package io.jianmi.form.design;

import io.jianmi.core.cluster.NoticeListener;
import io.jianmi.core.command.PlatformPipeline;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.StoreProblem;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.Compilation;
import io.jianmi.form.compile.CompileContext;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.DerivedSources;
import io.jianmi.form.compile.FormCompiler;
import io.jianmi.form.compile.KeptFields;
import io.jianmi.form.definition.FormDefinition;
import io.jianmi.form.parse.FormParser;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The published forms of all tenants, compiled once and kept; forgotten when a version is published, here or on another
 * node.
 */
@Singleton
public final class CompiledForms implements NoticeListener {

    /** A version of the form with this key was published. */
    static final String TOPIC = "form";

    private static final int CACHED = 5_000;

    /** Versions follow each other slowly; who meets two in one request has had bad luck. */
    private static final int AGAIN = 3;

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

    /**
     * Does something with the newest version of a form in that app; does it again when a newer one was published meanwhile and the records
     * say so.
     */
    public <T> Uni<T> using(TenantKey tenant, String app, String form, Function<CompiledForm, Uni<? extends T>> work) {
        return again(tenant, form, () -> inApp(tenant, app, form).chain(work));
    }

    /** As {@link #using(TenantKey, String, String, Function)}, of the form in whichever app it is. */
    public <T> Uni<T> using(TenantKey tenant, String form, Function<CompiledForm, Uni<? extends T>> work) {
        return again(tenant, form, () -> current(tenant, form).chain(work));
    }

    private <T> Uni<T> again(TenantKey tenant, String form, Supplier<Uni<? extends T>> work) {
        return Uni.createFrom()
                .<T>deferred(work)
                .onFailure(CompiledForms::outdated)
                .invoke(() -> forget(tenant, form))
                .onFailure(CompiledForms::outdated)
                .retry()
                .atMost(AGAIN);
    }

    /** Whether it failed because a newer version was published meanwhile, so that it can be done again. */
    public static boolean outdated(Throwable failure) {
        return failure instanceof ProblemException problem
                && (problem.type() == DesignProblem.NEWER_VERSION || problem.type() == StoreProblem.FENCED);
    }

    /**
     * Fails with {@code form.newer-version} when this is no longer the newest version of its form, and has it read again by the next who
     * asks.
     */
    public Uni<Void> stillNewest(TenantKey tenant, CompiledForm form) {
        return platform.inTenant(tenant, session -> Definitions.newest(session, tenant.value(), form.key()))
                .invoke(found -> found.filter(row -> row.key.version() > form.version())
                        .ifPresent(row -> {
                            forget(tenant, form.key());
                            throw ProblemException.of(DesignProblem.NEWER_VERSION);
                        }))
                .replaceWithVoid();
    }

    /** The newest version with its app. */
    public Uni<Published> published(TenantKey tenant, String form) {
        Published known = newest.get(new Form(tenant, form));
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        long before = forgotten.get();
        return platform.inTenant(tenant, session -> Definitions.newest(session, tenant.value(), form))
                .chain(row -> compile(tenant, row))
                .map(compiled -> keep(tenant, compiled, forgotten.get() == before));
    }

    /** One version, whichever is the newest. */
    public Uni<Published> version(TenantKey tenant, String form, int version) {
        Published known = versions.get(new Version(tenant, form, version));
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        long before = forgotten.get();
        return platform.inTenant(tenant, session -> Definitions.version(session, tenant.value(), form, version))
                .chain(row -> compile(tenant, row))
                .invoke(published -> keepVersion(tenant, published, forgotten.get() == before));
    }

    /**
     * The newest version of every form of the tenant. One after the other as a stream: what is known is there at once, and a chain of as many
     * steps would be as deep.
     */
    public Uni<List<Published>> all(TenantKey tenant) {
        return platform.inTenant(tenant, session -> Definitions.published(session, tenant.value()))
                .chain(keys -> Multi.createFrom()
                        .iterable(keys)
                        .onItem()
                        .transformToUniAndConcatenate(key -> published(tenant, key))
                        .collect()
                        .asList());
    }

    /** The next question for this form reads the database again. */
    void forget(TenantKey tenant, String form) {
        forgotten.incrementAndGet();
        newest.entrySet().removeIf(known -> known.getKey().tenant().equals(tenant) && stale(known.getValue(), form));
        versions.entrySet()
                .removeIf(known -> known.getKey().tenant().equals(tenant)
                        && known.getValue().form().derivesFrom().contains(form));
    }

    /** What derived fields inherit from a form changes with it. */
    private static boolean stale(Published known, String form) {
        return known.form().key().equals(form) || known.form().derivesFrom().contains(form);
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
        versions.values().removeIf(known -> !known.form().derivesFrom().isEmpty());
    }

    private Published keep(TenantKey tenant, Published published, boolean newestStill) {
        if (newestStill) {
            bounded(newest).put(new Form(tenant, published.form().key()), published);
        }
        keepVersion(tenant, published, newestStill);
        return published;
    }

    /** A version stands for ever, but for what it derives from forms that were published anew meanwhile. */
    private void keepVersion(TenantKey tenant, Published published, boolean newestStill) {
        CompiledForm form = published.form();
        if (newestStill || form.derivesFrom().isEmpty()) {
            bounded(versions).put(new Version(tenant, form.key(), form.version()), published);
        }
    }

    private static <K, V> Map<K, V> bounded(Map<K, V> cache) {
        if (cache.size() > CACHED) {
            cache.clear();
        }
        return cache;
    }

    /** What was published once compiles for ever; a row that does not is tampering or a bug. */
    private Uni<Published> compile(TenantKey tenant, Optional<VersionRow> found) {
        VersionRow row = found.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
        FormDefinition definition = definition(row);
        return sources(tenant, definition).map(sources -> compile(row, definition, sources));
    }

    /**
     * The newest versions of the forms that derived fields of a definition read, by key; one that is not published is missing. What they
     * derive themselves is left open, since nothing derives from it.
     */
    Uni<Map<String, CompiledForm>> sources(TenantKey tenant, FormDefinition definition) {
        Map<String, CompiledForm> sources = new LinkedHashMap<>();
        Uni<Void> loaded = Uni.createFrom().voidItem();
        for (String key : DerivedSources.of(definition)) {
            loaded = loaded.chain(() ->
                            platform.inTenant(tenant, session -> Definitions.newest(session, tenant.value(), key)))
                    .invoke(row -> row.ifPresent(source -> sources.put(
                            key, compile(source, definition(source), Map.of()).form())))
                    .replaceWithVoid();
        }
        return loaded.replaceWith(sources);
    }

    /** A version that does not count yet, as it will be when it does. */
    Uni<CompiledForm> coming(ConversionJob job) {
        VersionRow row = new VersionRow(
                new VersionKey(job.tenant().value(), job.form(), job.version()),
                job.app(),
                job.definition(),
                job.kept(),
                Instant.EPOCH,
                job.actor());
        return compile(job.tenant(), Optional.of(row)).map(Published::form);
    }

    private FormDefinition definition(VersionRow row) {
        return parser.parse(Json.parse(row.definition))
                .form()
                .orElseThrow(() -> new IllegalStateException("published form is no object"));
    }

    private Published compile(VersionRow row, FormDefinition definition, Map<String, CompiledForm> sources) {
        Compilation compilation = compiler.compile(
                definition,
                CompileContext.stored(row.key.version(), KeptFields.read(Json.parse(row.kept)))
                        .beside(sources));
        return new Published(
                row.app,
                compilation
                        .form()
                        .orElseThrow(() -> new IllegalStateException(
                                "published form does not compile: " + row.key + " " + compilation.findings())));
    }
}
