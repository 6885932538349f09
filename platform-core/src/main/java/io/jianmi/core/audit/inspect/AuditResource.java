package io.jianmi.core.audit.inspect;

import io.jianmi.core.audit.AuditPayload;
import io.jianmi.core.audit.AuditReader;
import io.jianmi.core.audit.EntryFilter;
import io.jianmi.core.audit.LoggedEntry;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Entries, signed tree heads and proofs. */
@Path("/api/v1/tenants/{tenant}/audit")
public class AuditResource {

    private static final int MAX_LIMIT = 200;

    private final Auditors auditors;
    private final AuditReader reader;
    private final OrgDirectory directory;

    AuditResource(Auditors auditors, AuditReader reader, OrgDirectory directory) {
        this.auditors = auditors;
        this.reader = reader;
        this.directory = directory;
    }

    /** Entries, newest first; {@code action} and {@code target} may end in {@code *}. */
    @GET
    @Path("entries")
    public Uni<AuditViews.Page> entries(
            @PathParam("tenant") String tenant,
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("action") @Nullable String action,
            @QueryParam("target") @Nullable String target,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("after") @Nullable String after) {
        Actor auditor = auditors.looking(tenant, "audit/entries", Map.of("limit", limit));
        if (limit < 1 || limit > MAX_LIMIT) {
            throw invalid("limit");
        }
        EntryFilter filter =
                new EntryFilter(given(actor), given(action), given(target), time(from, "from"), time(to, "to"));
        long below = given(after).map(AuditResource::cursor).orElse(Long.MAX_VALUE);
        return reader.entries(auditor.tenant(), filter, below, limit + 1)
                .map(found -> page(found, limit, directory.of(auditor.tenant())));
    }

    @GET
    @Path("entries/{leaf}")
    public Uni<AuditViews.FullEntry> entry(@PathParam("tenant") String tenant, @PathParam("leaf") String leaf) {
        TenantKey key = auditors.looking(tenant, "audit/entry/" + number(leaf), Map.of())
                .tenant();
        return found(key, number(leaf))
                .chain(entry -> reader.payloads(key, List.of(entry))
                        .map(opened ->
                                Optional.ofNullable(opened.get(entry.leaf())).map(AuditPayload::visible))
                        .map(payload -> AuditViews.full(entry, directory.of(key), payload.orElse(null))));
    }

    @GET
    @Path("head")
    public Uni<AuditViews.Head> head(@PathParam("tenant") String tenant) {
        TenantKey key = auditors.looking(tenant, "audit/head", Map.of()).tenant();
        return reader.head(key).map(AuditViews::head);
    }

    /** Without {@code size}: in the newest signed tree. */
    @GET
    @Path("proof/inclusion")
    public Uni<AuditViews.Inclusion> inclusion(
            @PathParam("tenant") String tenant,
            @QueryParam("leaf") @DefaultValue("") String leaf,
            @QueryParam("size") @Nullable String size) {
        TenantKey key = auditors.looking(tenant, "audit/proof", Map.of()).tenant();
        long index = parameter(leaf, "leaf");
        return size(key, size, "size")
                .chain(treeSize -> reader.inclusion(key, index, treeSize))
                .chain(proof -> found(key, index).map(entry -> AuditViews.inclusion(proof, entry.leafHash())));
    }

    /** Without {@code to}: with the newest signed tree. */
    @GET
    @Path("proof/consistency")
    public Uni<AuditViews.Consistency> consistency(
            @PathParam("tenant") String tenant,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @Nullable String to) {
        TenantKey key = auditors.looking(tenant, "audit/proof", Map.of()).tenant();
        long older = parameter(from, "from");
        return size(key, to, "to")
                .chain(newer -> reader.consistency(key, older, newer))
                .map(AuditViews::consistency);
    }

    @GET
    @Path("key")
    public Uni<AuditViews.Key> key(@PathParam("tenant") String tenant) {
        TenantKey key = auditors.looking(tenant, "audit/key", Map.of()).tenant();
        return reader.key(key).map(AuditViews::key);
    }

    private Uni<LoggedEntry> found(TenantKey tenant, long leaf) {
        return reader.entry(tenant, leaf)
                .map(entry -> entry.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)));
    }

    private Uni<Long> size(TenantKey tenant, @Nullable String text, String name) {
        return text == null
                ? reader.head(tenant).map(head -> head.head().size())
                : Uni.createFrom().item(parameter(text, name));
    }

    private static AuditViews.Page page(List<LoggedEntry> found, int limit, Org org) {
        List<LoggedEntry> shown = found.subList(0, Math.min(limit, found.size()));
        String next =
                found.size() > limit ? Long.toString(shown.get(shown.size() - 1).leaf()) : null;
        return new AuditViews.Page(
                shown.stream().map(entry -> AuditViews.entry(entry, org)).toList(), next);
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isEmpty());
    }

    private static Optional<OffsetDateTime> time(@Nullable String text, String name) {
        try {
            return given(text).map(OffsetDateTime::parse);
        } catch (DateTimeParseException e) {
            throw invalid(name);
        }
    }

    private static long cursor(String text) {
        return parameter(text, "after");
    }

    private static long parameter(String text, String name) {
        if (!text.matches("[0-9]{1,18}")) {
            throw invalid(name);
        }
        return Long.parseLong(text);
    }

    /** A number in the path; anything else is nothing. */
    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw ProblemException.of(CommonProblem.NOT_FOUND);
        }
        return Long.parseLong(text);
    }

    private static ProblemException invalid(String name) {
        return ProblemException.of(CommonProblem.INVALID_PARAMETER, Map.of("parameter", name));
    }
}
