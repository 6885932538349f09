package io.jianmi.workflow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.workflow.node.builtin.BuiltinNodeTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No type of the list is without its case, and no case without its type. */
class NodeCasesTest {

    @Test
    void everyTypeHasItsCaseAndEveryCaseItsType() throws IOException {
        try (Stream<Path> folders = Files.list(NodeCase.folder(""))) {
            Set<String> cases =
                    folders.map(folder -> folder.getFileName().toString()).collect(Collectors.toSet());
            assertThat(cases).isEqualTo(BuiltinNodeTypes.all().keys()).allMatch(NodeCase::exists);
        }
    }
}
