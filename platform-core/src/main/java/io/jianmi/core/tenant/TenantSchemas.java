package io.jianmi.core.tenant;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Makes and migrates the schema of each tenant (files in {@code db/tenant} of every module). Blocking JDBC: runs at
 * start and when a tenant is added, never on the event loop. A schema that already stands at the newest version costs
 * one row read; so a file that is added must be newer than all that stand there, in whichever module.
 */
@Singleton
public final class TenantSchemas implements Tenants {

    private final AgroalDataSource dataSource;
    private final Iterable<TenantPreparation> preparations;
    private final Set<String> ready = new ConcurrentSkipListSet<>();

    /** Preparations are looked up when a tenant opens: they may need what needs the tenants. */
    @Inject
    TenantSchemas(AgroalDataSource dataSource, Instance<TenantPreparation> preparations) {
        this(dataSource, (Iterable<TenantPreparation>) preparations);
    }

    public TenantSchemas(AgroalDataSource dataSource, Iterable<TenantPreparation> preparations) {
        this.dataSource = dataSource;
        this.preparations = preparations;
    }

    @Override
    public Set<TenantKey> keys() {
        return ready.stream().map(TenantKey::new).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean stands(TenantKey tenant) {
        return ready.contains(tenant.value());
    }

    /** Brings every known tenant up to date. */
    public void openAll() {
        Map<TenantKey, String> known = known();
        known.forEach(this::open);
    }

    /** Makes the tenant if it is new and brings its schema up to date. */
    public void add(TenantKey tenant, String title) {
        execute("insert into platform.tenant (key, title) values (?, ?) on conflict do nothing", tenant.value(), title);
        open(tenant, Optional.ofNullable(known().get(tenant)).orElse(""));
    }

    private void open(TenantKey tenant, String version) {
        Flyway flyway = Flyway.configure()
                .dataSource(dataSource)
                .schemas(tenant.schema())
                .defaultSchema(tenant.schema())
                .locations("classpath:db/tenant")
                .load();
        String newest = newest(flyway, version);
        if (!newest.equals(version)) {
            flyway.migrate();
            execute("update platform.tenant set schema_version = ? where key = ?", newest, tenant.value());
        }
        preparations.forEach(preparation -> preparation.prepare(tenant));
        ready.add(tenant.value());
    }

    /** Newest version among the files; the making of the schema itself is listed too, and has none. */
    private static String newest(Flyway flyway, String current) {
        return Stream.concat(
                        Stream.of(current),
                        Arrays.stream(flyway.info().all())
                                .map(MigrationInfo::getVersion)
                                .filter(Objects::nonNull)
                                .map(String::valueOf))
                .max(String::compareTo)
                .orElse(current);
    }

    private Map<TenantKey, String> known() {
        Map<TenantKey, String> known = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select key, schema_version from platform.tenant where not suspended");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                known.put(new TenantKey(rows.getString(1)), rows.getString(2));
            }
            return known;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the tenants", e);
        }
    }

    private void execute(String sql, String... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot change the list of tenants", e);
        }
    }
}
