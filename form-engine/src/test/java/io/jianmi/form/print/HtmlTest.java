package io.jianmi.form.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HtmlTest {

    private static String written(String text) {
        return new Html(point -> point < 0x1f000).element("p", "", text).document();
    }

    @Test
    void whatPeopleTypedIsNeverMarkup() {
        assertThat(written("<script>alert(\"1\")</script> & 'x' ]]> <!-- -->"))
                .isEqualTo(
                        "<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39; ]]&gt; &lt;!-- --&gt;</p>");
    }

    /** Right-to-left override and isolates turn a text around; a terminal or a parser chokes on the others. */
    @Test
    void marksOfDirectionAndControlCharactersAreLeftOut() {
        assertThat(written("a\u202eb\u2066c\u200fd\u0000e\u0007f\u001bg\ufeffh\u200bi\uffffj"))
                .isEqualTo("<p>abcdefghij</p>");
        assertThat(written("half \ud83d pair")).isEqualTo("<p>half  pair</p>");
    }

    @Test
    void linesStayAndOtherSpaceIsSpace() {
        assertThat(written("one\ntwo\tthree\u2028four")).isEqualTo("<p>one\ntwo three four</p>");
    }

    @Test
    void whatTheFontLacksIsABoxAndNotSilentlyGone() {
        assertThat(written("ok \ud83d\ude00\ufe0f")).isEqualTo("<p>ok \u25a1</p>");
    }

    @Test
    void anElementLeftOpen_fails() {
        assertThatThrownBy(() -> new Html(point -> true).start("p", "").document())
                .isInstanceOf(IllegalStateException.class);
    }
}
