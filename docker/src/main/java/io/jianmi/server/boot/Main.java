package io.jianmi.server.boot;

import io.jianmi.bench.Bench;
import io.jianmi.core.audit.VerifyCommand;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;

/** The server's command line; without a command it starts the server. */
@QuarkusMain
public final class Main {

    private static final String HELP = """
            usage: jianmi COMMAND

              up                start databases, sign-in and the server; stays in the foreground
              audit verify FILE [KEY]
                                check an exported audit log or an approval certificate; needs no server
              tenant add KEY    make a tenant in the embedded sign-in; a running server opens it within seconds
              bench [W1 ...]    measure the workload against the running server; bench --help tells more
              help              this page

            settings (environment): JIANMI_HOME, JIANMI_HOST, JIANMI_PORT, JIANMI_PG_PORT, JIANMI_KEYCLOAK_PORT,
              JIANMI_DB_URL, JIANMI_KEYS_DB_URL   postgresql://user:password@host:5432/name?sslmode=verify-full
              JIANMI_OIDC_URL                     https://id.example.com/realms/jianmi
              JIANMI_KMS_URI                      where the master key is; a file below JIANMI_HOME by default
              JIANMI_PRINT_FONT                   TrueType font with Chinese, for printed records
            """;

    private Main() {}

    public static void main(String... arguments) {
        List<String> words = Arrays.asList(arguments);
        String command = words.isEmpty() ? "up" : words.get(0);
        int status = switch (command) {
            case "up" -> up();
            case "tenant" -> tenant(words);
            case "audit" -> audit(words);
            case "bench" -> Bench.run(words.subList(1, words.size()));
            case "help", "--help", "-h" -> say(HELP, 0);
            default -> say("There is no command " + command + ".\n\n" + HELP, 2);
        };
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int up() {
        return reported(() -> new Up(Settings.from(System.getenv()), new Progress(System.out)).run());
    }

    private static int tenant(List<String> words) {
        if (words.size() != 3 || !words.get(1).equals("add")) {
            return say("usage: jianmi tenant add KEY\n", 2);
        }
        return reported(() -> new TenantCommand(Settings.from(System.getenv())).add(words.get(2), System.out));
    }

    private static int reported(IntSupplier command) {
        try {
            return command.getAsInt();
        } catch (StartFailure e) {
            System.err.println("\n" + e.getMessage());
            return 1;
        }
    }

    private static int audit(List<String> words) {
        if (words.size() < 3 || words.size() > 4 || !words.get(1).equals("verify")) {
            return say("usage: jianmi audit verify FILE [KEY]\n", 2);
        }
        return VerifyCommand.run(Path.of(words.get(2)), words.stream().skip(3).findFirst(), System.out);
    }

    private static int say(String text, int status) {
        System.out.print(text);
        return status;
    }
}
