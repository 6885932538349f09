package io.jianmi.bench;

import io.jianmi.bench.site.Site;
import io.jianmi.bench.site.Sql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The yardstick: the same rows in the same PostgreSQL by pgbench, without a platform around them. Same number of
 * connections, prepared statements, one pgbench thread; nothing encrypted, masked or audited. In a database of its own,
 * dropped afterwards.
 */
final class Raw {

    private static final String DATABASE = "jianmi_bench_raw";
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final Site site;
    private final BenchOptions options;

    Raw(Site site, BenchOptions options) {
        this.site = site;
        this.options = options;
    }

    /** Operations per second by work; empty when pgbench is not on this machine. */
    Map<Work, Double> run() throws IOException, InterruptedException {
        Map<Work, Double> rates = new EnumMap<>(Work.class);
        if (!available()) {
            System.out.println("no pgbench on this machine: no raw figures (Debian: postgresql-contrib)");
            return rates;
        }
        prepare();
        try {
            rates.put(Work.W3, rate("list"));
            rates.put(Work.W2, rate("read"));
            rates.put(Work.W1, rate("create"));
            rates.put(Work.W4, rate("approval"));
        } finally {
            try (Sql sql = Sql.open(site, "postgres")) {
                sql.run("drop database if exists " + DATABASE + " with (force)");
            }
        }
        return rates;
    }

    private static boolean available() throws InterruptedException {
        try {
            return new ProcessBuilder("pgbench", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void prepare() throws IOException {
        try (Sql sql = Sql.open(site, "postgres")) {
            sql.run("drop database if exists " + DATABASE + " with (force)");
            sql.run("create database " + DATABASE);
        }
        try (Sql sql = Sql.open(site, DATABASE)) {
            for (String statement : script("schema").split(";\\s*\n")) {
                if (!statement.isBlank()) {
                    sql.run(statement.replace(":rows", Integer.toString(options.rows())));
                }
            }
        }
    }

    private double rate(String name) throws IOException, InterruptedException {
        Path file = Files.createTempFile("jianmi-bench", ".sql");
        Path output = Files.createTempFile("jianmi-bench", ".log");
        try {
            Files.writeString(file, script(name));
            String connections = Integer.toString(options.connections());
            ProcessBuilder pgbench = new ProcessBuilder(List.of(
                            "pgbench",
                            "-n",
                            "-h",
                            "127.0.0.1",
                            "-p",
                            Integer.toString(site.postgresPort()),
                            "-U",
                            "postgres",
                            "-c",
                            connections,
                            "-j",
                            "1",
                            "-M",
                            "prepared",
                            "-T",
                            Long.toString(options.window().toSeconds()),
                            "-D",
                            "rows=" + options.rows(),
                            "-f",
                            file.toString(),
                            DATABASE))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            pgbench.environment().put("PGPASSWORD", Sql.password(site));
            Process process = pgbench.start();
            if (!process.waitFor(options.window().toSeconds() + 60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            String text = Files.readString(output);
            Matcher rate = RATE.matcher(text);
            if (!rate.find()) {
                throw new IllegalStateException("pgbench " + name + " failed:\n" + text);
            }
            return Double.parseDouble(rate.group(1));
        } finally {
            Files.delete(file);
            Files.delete(output);
        }
    }

    private static String script(String name) throws IOException {
        try (var in = Raw.class.getResourceAsStream("/bench/raw-" + name + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("no script " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
