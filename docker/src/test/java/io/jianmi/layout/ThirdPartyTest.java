package io.jianmi.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The list of what others wrote in the server, which ships in its jar and in the image: kept in the sources and compared with what was
 * packed. {@code -Dgolden.update=true} writes it anew, licences by the poms of the libraries.
 */
@Tag("slow")
class ThirdPartyTest {

    private static final Path LIST = Path.of("src", "main", "resources", "META-INF", "THIRD-PARTY.txt");
    private static final Path PACKED = Path.of("target", "quarkus-app", "quarkus-app-dependencies.txt");
    private static final String HEAD = """
            What others wrote in the server of Jianmi, and under which licences (group:artifact:version  licences).
            Each library stands in lib/ as a jar of its own, unchanged, and can be replaced there by another version of it; so can
            openhtmltopdf (LGPL). Most carry the text of their licence. What the pages are made of: /third-party.txt of a running server.

            """;

    @Test
    void everyLibraryOfThePackedServerIsNamedWithItsLicence() throws IOException {
        List<ThirdParty> packed = ThirdParty.of(PACKED);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(LIST, HEAD + ThirdParty.list(packed));
        }
        List<String> listed = Arrays.stream(
                        Files.readString(LIST).substring(HEAD.length()).split("\n"))
                .filter(line -> !line.isEmpty())
                .toList();

        assertThat(listed).allMatch(line -> line.matches("\\S+:\\S+:\\S+  \\S.*"));
        assertThat(listed.stream()
                        .map(line -> line.substring(0, line.indexOf(' ')).split(":"))
                        .map(part -> new ThirdParty(part[0], part[1], part[2]))
                        .filter(ThirdParty::everywhere))
                .as("write it anew with -Dgolden.update=true")
                .isEqualTo(packed.stream().filter(ThirdParty::everywhere).toList());
        assertThat(listed).anyMatch(line -> line.contains("openhtmltopdf-core") && line.contains("Lesser"));
    }
}
