package io.jianmi.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What to measure and how long.
 *
 * @param works the works in the order in which they run
 * @param url address of the server; the environment's when absent
 * @param app key of the app that holds the benchmark's form
 * @param window length of one of the three windows
 * @param warmUp what is run and not counted before them
 * @param rows size of the table for lists, and how many rows reads are spread over
 * @param large size of the table for a second round of lists; 0 for none
 * @param running instances that wait for somebody's decision before approvals and inboxes are measured
 * @param raw whether to run pgbench as the yardstick
 * @param output the JSON report
 */
record BenchOptions(
        List<Work> works,
        Optional<URI> url,
        String app,
        Duration window,
        Duration warmUp,
        int connections,
        int rows,
        int large,
        int running,
        boolean raw,
        Path output) {

    static final int WINDOWS = 3;

    static final String USAGE = """
            usage: jianmi bench [W1 W2 W3 W3c W4 W5 W6 W7] [options]      the server must be running

              W1 create   W2 read one   W3 list   W3c list with total   W4 whole approvals
              W5 restart (kills and starts the server process)   W6 bulk import   W7 a full inbox
                                                                 default: all but W5 and W7

              --url URL          address of the server           (http://127.0.0.1:$JIANMI_PORT)
              --seconds N        length of each of the 3 windows (20)
              --warm-up N        seconds before them             (8)
              --connections N    keep-alive connections          (32)
              --rows N           rows for W2 and W3              (100000)
              --large N          run W3 and W3c again at N rows  (off)
              --running N        instances that wait before W4 and W7 (0; W7 has 10000)
              --app KEY          app of the benchmark's form     (bench)
              --raw yes|no       the pgbench yardstick           (yes)
              --out FILE         the JSON report                 (docker/work/bench.json)
            """;

    static BenchOptions parse(List<String> words) {
        List<Work> works = new ArrayList<>();
        Map<String, String> options = new TreeMap<>(Map.of(
                "--seconds", "20",
                "--warm-up", "8",
                "--connections", "32",
                "--rows", "100000",
                "--large", "0",
                "--running", "0",
                "--app", "bench",
                "--raw", "yes",
                "--out", "docker/work/bench.json"));
        options.put("--url", "");
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--")) {
                works.add(Work.named(word));
            } else if (options.containsKey(word) && i + 1 < words.size()) {
                i++;
                options.put(word, words.get(i));
            } else {
                throw new IllegalArgumentException(word + " is no option, or needs a value.\n\n" + USAGE);
            }
        }
        return new BenchOptions(
                works.isEmpty()
                        ? Work.usual()
                        : works.stream().sorted().distinct().toList(),
                Optional.of(text(options, "--url"))
                        .filter(url -> !url.isEmpty())
                        .map(URI::create),
                text(options, "--app"),
                Duration.ofSeconds(number(options, "--seconds")),
                Duration.ofSeconds(number(options, "--warm-up")),
                number(options, "--connections"),
                number(options, "--rows"),
                number(options, "--large"),
                number(options, "--running"),
                "yes".equals(options.get("--raw")),
                Path.of(text(options, "--out")));
    }

    private static String text(Map<String, String> options, String name) {
        return options.getOrDefault(name, "");
    }

    private static int number(Map<String, String> options, String name) {
        String text = text(options, name);
        if (!text.matches("\\d{1,8}")) {
            throw new IllegalArgumentException(name + " is not a number.\n\n" + USAGE);
        }
        return Integer.parseInt(text);
    }
}
