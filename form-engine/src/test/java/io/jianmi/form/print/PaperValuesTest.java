package io.jianmi.form.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.json.Json;
import io.jianmi.form.field.FieldType;
import io.jianmi.form.field.Nested;
import io.jianmi.form.field.builtin.BuiltinFieldTypes;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperValuesTest {

    /** These show as another type does: the one that is computed, or looked at. */
    private static final Set<String> STANDING_FOR_ANOTHER = Set.of("formula", "look-up", "roll-up");

    private static String text(PaperWords words, String field, String value) {
        return Papers.values(words).text(Json.parse(field.replace('\'', '"')), Json.parse(value.replace('\'', '"')));
    }

    @Test
    void everyTypeOfFieldHasAFormOnPaper() {
        Set<String> types = new TreeSet<>();
        for (FieldType<?> type : BuiltinFieldTypes.create(() -> Instant.EPOCH).all()) {
            if (type.capability(Nested.class).isEmpty() && !STANDING_FOR_ANOTHER.contains(type.key())) {
                types.add(type.key());
            }
        }

        assertThat(Papers.values(PaperWords.CHINESE).types()).isEqualTo(types);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'type':'text'} | '<b>' | <b> | <b>
            {'type':'rich-text'} | '<p>a &lt;<strong>b</strong></p>' | a <b | a <b
            {'type':'number','unit':'件'} | '-1234567.0050' | -1,234,567.0050 件 | -1,234,567.0050 件
            {'type':'money','currency':'CNY'} | '59.90' | ¥59.90 | CN¥59.90
            {'type':'money'} | '1000' | 1,000 | 1,000
            {'type':'percent'} | '12.5' | 12.5% | 12.5%
            {'type':'rating','maximum':3} | 2 | ★★☆ 2/3 | ★★☆ 2/3
            {'type':'switch'} | false | 否 | No
            {'type':'date'} | '2026-03-04' | 2026年3月4日 | Mar 4, 2026
            {'type':'date-time'} | '2026-03-04T20:00:00Z' | 2026年3月5日 04:00:00 | Mar 5, 2026, 4:00:00 AM
            {'type':'time'} | '08:30' | 08:30 | 08:30
            {'type':'duration'} | 'PT26H' | 1 天 2 小时 | 1 day 2 hours
            {'type':'choice','options':[{'value':'A','title':{'zh-CN':'重点','en':'Key'}}]} | 'A' | 重点 | Key
            {'type':'choice','options':[]} | 'gone' | gone | gone
            {'type':'multi-choice','options':[{'value':'A','title':'甲'}]} | ['A','B'] | 甲、B | 甲, B
            {'type':'cascade','options':[{'value':'a','title':'甲','options':[{'value':'b','title':'乙'}]}]} | ['a','b'] | 甲 / 乙 | 甲 / 乙
            {'type':'region'} | '440305' | 广东省 / 深圳市 / 南山区 | 广东省 / 深圳市 / 南山区
            {'type':'region'} | '990000' | 990000 | 990000
            {'type':'tags'} | ['a','b'] | a、b | a, b
            {'type':'member'} | {'id':'1','name':'王芳'} | 王芳 | 王芳
            {'type':'departments'} | [{'id':'1','name':'北'},{'id':'2','name':'南'}] | 北、南 | 北, 南
            {'type':'relation'} | {'id':'1','title':'公司'} | 公司 | 公司
            {'type':'relation'} | {'id':'1'} | 无权打印 | not yours to print
            {'type':'relations'} | [{'id':'1','title':''},{'id':'2','title':'乙'}] | 未命名的记录、乙 | Untitled record, 乙
            {'type':'address'} | {'region':'广东','detail':'一号'} | 广东一号 | 广东一号
            {'type':'geo'} | {'lat':1.5,'lng':2} | 1.5, 2 | 1.5, 2
            {'type':'signature'} | {'text':'王芳'} | 王芳 | 王芳
            {'type':'signature'} | {'png':'iVBOR'} | 手写签名 | Signed by hand
            {'type':'consent'} | {'notice':'1','given':['sales','own']} | 销售、own | Sales, own
            {'type':'consent'} | {'notice':'1','given':[]} | 没有同意任何用途 | Agreed to nothing
            {'type':'formula'} | '1000.5' | 1,000.5 | 1,000.5
            {'type':'formula','of':'date'} | '2026-03-04' | 2026年3月4日 | Mar 4, 2026
            {'type':'look-up','result':{'type':'switch'}} | true | 是 | Yes
            {'type':'look-up'} | 'x' | x | x
            {'type':'hologram'} | {'name':'n'} | n | n
            {'type':'phone'} | {'masked':'138****5678'} | 138****5678 | 138****5678
            {'type':'phone'} | {'masked':''} | – | –
            {'type':'text'} | null | – | –
            {'type':'tags'} | [] | – | –
            """)
    void aValueReadsAsOnThePage(String field, String value, String chinese, String english) {
        assertThat(List.of(text(PaperWords.CHINESE, field, value), text(PaperWords.ENGLISH, field, value)))
                .containsExactly(chinese, english);
    }

    @Test
    void filesStandWithNameAndSizeOnLinesOfTheirOwn() {
        assertThat(text(
                        PaperWords.ENGLISH,
                        "{'type':'file'}",
                        "[{'id':'1','name':'a.pdf','bytes':999},{'id':'2','name':'b.png','bytes':1572864},{'id':'3'}]"))
                .isEqualTo("a.pdf (999 B)\nb.png (1.5 MB)\n–");
    }

    @Test
    void theFirstLanguageThatThereAreWordsInIsTaken() {
        assertThat(PaperWords.of(List.of(Locale.FRENCH, Locale.UK, Locale.CHINA)))
                .isEqualTo(PaperWords.ENGLISH);
        assertThat(PaperWords.of(List.of(Locale.TAIWAN))).isEqualTo(PaperWords.CHINESE);
        assertThat(PaperWords.of(List.of())).isEqualTo(PaperWords.CHINESE);
    }
}
