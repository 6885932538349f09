package io.jianmi.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The image is built by others; what its recipe copies must exist after packaging. */
@Tag("slow")
class ImageLayoutTest {

    private static final Pattern COPY = Pattern.compile("(?m)^COPY (?:--\\S+ )*(\\S+) \\S+$");

    @Test
    void everythingTheImageCopiesIsBuilt() throws IOException {
        List<Path> copied = COPY.matcher(Files.readString(Path.of("Dockerfile")))
                .results()
                .map(found -> Path.of(found.group(1)))
                .toList();

        assertThat(copied).isNotEmpty().allSatisfy(path -> assertThat(path).exists());
    }

    @Test
    void theImageCarriesNoKeycloak() throws IOException {
        assertThat(Files.readString(Path.of("Dockerfile"))).doesNotContain("embedded");
    }

    @Test
    void theServerRunsAsAnOrdinaryUser() throws IOException {
        assertThat(Files.readString(Path.of("Dockerfile"))).containsPattern("(?m)^USER 10001:10001$");
    }
}
