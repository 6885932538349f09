package io.jianmi.e2e;

import io.jianmi.bench.site.Site;
import io.jianmi.bench.site.Sql;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks for canaries in every row of every table of every database, and in every file of the installation. */
final class Sweep {

    private static final long LARGEST_FILE = 256L * 1024 * 1024;
    private static final int FETCH = 500;

    private final Site site;
    private final Needles canaries;
    private final List<String> hits = new ArrayList<>();
    private long tables;
    private long files;

    Sweep(Site site, List<Canary> canaries) {
        this.site = site;
        this.canaries = new Needles(canaries);
    }

    List<String> hits() {
        return hits;
    }

    long tables() {
        return tables;
    }

    long files() {
        return files;
    }

    /** Rows as text: bytes appear as hex, JSON as it is. Column statistics are copies of values too. */
    void databases() {
        List<String> databases;
        try (Sql sql = Sql.open(site, "postgres")) {
            databases = sql.texts("select datname from pg_database where datallowconn order by 1");
        }
        for (String database : databases) {
            try (Sql sql = Sql.open(site, database)) {
                for (String table : sql.texts(
                        "select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                                + " where c.relkind in ('r', 'm') and n.nspname <> 'information_schema'"
                                + " and (n.nspname !~ '^pg_' or c.relname in ('pg_statistic', 'pg_largeobject')) order by 1")) {
                    table(sql, database, table);
                }
            }
        }
    }

    /** Logs, anchors, keysets, temporary and data files, the write-ahead log included. */
    void allFiles() throws IOException {
        Files.walkFileTree(site.home(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                boolean program = file.toString().matches(".*\\.(jar|so|zip|txz|bki)(\\.[0-9.]+)?");
                if (attributes.isRegularFile() && attributes.size() <= LARGEST_FILE && !program) {
                    file(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                // A running database removes files under the walk.
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void file(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        files++;
        for (String found : canaries.in(Files.readAllBytes(file))) {
            hits.add(found + " in file " + site.home().relativize(file));
        }
    }

    private void table(Sql sql, String database, String table) {
        tables++;
        try {
            sql.connection().setAutoCommit(false);
            try (Statement statement = sql.connection().createStatement()) {
                statement.setFetchSize(FETCH);
                try (ResultSet rows = statement.executeQuery("select t::text from " + table + " t")) {
                    while (rows.next()) {
                        row(database, table, rows.getString(1));
                    }
                }
            }
            sql.connection().rollback();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read " + database + "." + table, e);
        }
    }

    private void row(String database, String table, String text) {
        for (String found : canaries.in(text)) {
            hits.add(found + " in " + database + " " + table);
        }
    }
}
