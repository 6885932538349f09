package io.jianmi.workflow.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.jianmi.form.comment.Enclosed;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SpokenTest {

    @Test
    void wordsAloneAreSealedAsTheyAlwaysWere() {
        Spoken plain = new Spoken("同意", Enclosed.NOTHING);

        assertThat(plain.sealed()).isEqualTo(TextNode.valueOf("同意"));
        assertThat(Spoken.of(plain.sealed())).isEqualTo(plain);
    }

    @Test
    void whatGoesWithThemComesBack() {
        Spoken spoken = new Spoken("请看", new Enclosed(List.of("m1"), List.of(new UUID(7, 7))));

        assertThat(Spoken.of(spoken.sealed())).isEqualTo(spoken);
    }
}
