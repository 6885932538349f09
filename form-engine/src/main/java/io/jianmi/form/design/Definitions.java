package io.jianmi.form.design;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Queries on the rows of this package, inside a session that is set to one tenant. */
final class Definitions {

    private Definitions() {}

    static Uni<Optional<AppRow>> app(Mutiny.Session session, String tenant, String key) {
        return session.find(AppRow.class, new AppKey(tenant, key)).map(Optional::ofNullable);
    }

    static Uni<List<AppRow>> apps(Mutiny.Session session, String tenant) {
        return session.createQuery("from AppRow where key.tenant = ?1 order by key.key", AppRow.class)
                .setParameter(1, tenant)
                .getResultList();
    }

    static Uni<Optional<DraftRow>> draft(Mutiny.Session session, String tenant, String form) {
        return session.find(DraftRow.class, new FormKey(tenant, form)).map(Optional::ofNullable);
    }

    /** The draft, held until the transaction is over: who saves after it sees what was saved before. */
    static Uni<Optional<DraftRow>> heldDraft(Mutiny.Session session, String tenant, String form) {
        return session.find(DraftRow.class, new FormKey(tenant, form), LockModeType.PESSIMISTIC_WRITE)
                .map(Optional::ofNullable);
    }

    static Uni<List<DraftRow>> drafts(Mutiny.Session session, String tenant) {
        return session.createQuery("from DraftRow where key.tenant = ?1 order by key.form", DraftRow.class)
                .setParameter(1, tenant)
                .getResultList();
    }

    static Uni<List<VersionRow>> versions(Mutiny.Session session, String tenant, String form) {
        return session.createQuery(
                        "from VersionRow where key.tenant = ?1 and key.form = ?2 order by key.version desc",
                        VersionRow.class)
                .setParameter(1, tenant)
                .setParameter(2, form)
                .getResultList();
    }

    static Uni<Optional<VersionRow>> newest(Mutiny.Session session, String tenant, String form) {
        return session.createQuery(
                        "from VersionRow where key.tenant = ?1 and key.form = ?2 order by key.version desc",
                        VersionRow.class)
                .setParameter(1, tenant)
                .setParameter(2, form)
                .setMaxResults(1)
                .getResultList()
                .map(rows -> rows.stream().findFirst());
    }

    static Uni<Optional<VersionRow>> version(Mutiny.Session session, String tenant, String form, int version) {
        return session.find(VersionRow.class, new VersionKey(tenant, form, version))
                .map(Optional::ofNullable);
    }

    /** Keys of the tenant's published forms. */
    static Uni<List<String>> published(Mutiny.Session session, String tenant) {
        return session.createQuery(
                        "select distinct key.form from VersionRow where key.tenant = ?1 order by key.form",
                        String.class)
                .setParameter(1, tenant)
                .getResultList();
    }
}
